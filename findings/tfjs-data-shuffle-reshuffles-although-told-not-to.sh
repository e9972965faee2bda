#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), its tf.data. Seen on Node 20.
# Expected: shuffle(size, seed, false) gives the same order each time the dataset is read: its documentation says so of
#   reshuffleEachIteration, and a held-out part that is taken after it stays held out.
# Seen: every reading has another order, as with true. What take() holds out in one epoch is trained on in the next.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @tensorflow/tfjs@4.22.0 >/dev/null
cat >check.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

async function main() {
  await tf.setBackend('cpu');
  const dataset = tf.data.array(Array.from({ length: 20 }, (_, i) => i)).shuffle(20, 'seed', false);
  const [first, second] = [await dataset.toArray(), await dataset.toArray()];
  const heldOut = dataset.take(10);
  const [before, after] = [await heldOut.toArray(), await heldOut.toArray()];
  const changed = after.filter((item) => !before.includes(item)).length;
  console.log(JSON.stringify({ first: first.join(), second: second.join(), changed }));
  return first.join() !== second.join() && changed > 0;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
