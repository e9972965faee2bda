#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), any backend; cpu here. Seen on Node 20.
# Expected: Adadelta (Zeiler, 2012) divides by the running size of the gradients, this step's among them, so a step's size does
#   not depend on the gradient's: a gradient of 2 and one of 2,000 move a weight about equally far, and the first steps are tiny.
# Seen: the running sizes of before this step are taken for both parts of the ratio. Both begin at zero and are then fed the
#   same numbers, so the ratio is 1 for ever and every step is that of tf.train.sgd with the same rate, to the last digit.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @tensorflow/tfjs@4.22.0 >/dev/null
cat >check.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

/** A weight after each of five steps down a parabola of this steepness. */
function path(optimizer, steepness) {
  const weight = tf.variable(tf.scalar(1));
  return Array.from({ length: 5 }, () => {
    optimizer.minimize(() => tf.mul(tf.square(weight), steepness), false, [weight]);
    return weight.dataSync()[0];
  }).join();
}
async function main() {
  await tf.setBackend('cpu');
  const isSame = [0.001, 1, 3].map((steepness) => path(tf.train.adadelta(0.1), steepness) === path(tf.train.sgd(0.1), steepness));
  console.log(JSON.stringify({ adadelta: path(tf.train.adadelta(0.1), 1), sgd: path(tf.train.sgd(0.1), 1), isSame }));
  return isSame.every((same) => same);
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
