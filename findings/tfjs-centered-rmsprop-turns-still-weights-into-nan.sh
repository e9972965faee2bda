#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), any backend; cpu here. Seen on Node 20.
# Expected: the epsilon of centered RMSProp keeps the root away from zero: a weight without a gradient, or with a small one,
#   stays where it is or moves a little, as with the plain form.
# Seen: epsilon is subtracted under the root instead of added, so a weight whose gradient is 0 or small (a row of an embedding
#   that the batch did not hold, a dead unit) is NaN after one step.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @tensorflow/tfjs@4.22.0 >/dev/null
cat >check.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

function after(centered, start) {
  const weight = tf.variable(tf.scalar(start));
  tf.train.rmsprop(0.01, 0.9, 0, 1e-7, centered).minimize(() => tf.square(weight), false, [weight]);
  return weight.dataSync()[0];
}
async function main() {
  await tf.setBackend('cpu');
  const seen = { plain: [0, 1e-4, 1].map((start) => after(false, start)), centered: [0, 1e-4, 1].map((start) => after(true, start)) };
  console.log(seen);
  return seen.plain.every(Number.isFinite) && seen.centered.map(Number.isNaN).join() === 'true,true,false';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
