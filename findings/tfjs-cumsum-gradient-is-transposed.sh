#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backend cpu. Seen on Node 20.
# Expected: the gradient of cumsum along the first axis of a matrix has the shape of the matrix, and is the reversed running sum
#   of what comes from above, in its places.
# Seen: it is transposed. With a square matrix nothing is said and the values land at wrong places; with another one the error
#   tells of a gradient of the wrong shape. Along the last axis all is right.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @tensorflow/tfjs@4.22.0 >/dev/null
cat >check.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

/** Gradient of a weighted sum of running sums: [[1 + 100, 10 + 1000], [100, 1000]] is right for axis 0. */
const gradient = (axis) =>
  [...tf.grad((x) => tf.sum(tf.mul(tf.cumsum(x, axis), tf.tensor2d([[1, 10], [100, 1000]]))))(tf.ones([2, 2])).dataSync()].join();
function ofNoSquare() {
  try {
    return tf.grad((x) => tf.sum(tf.mul(tf.cumsum(x, 0), tf.ones([2, 3]))))(tf.ones([2, 3])).shape.join();
  } catch (error) {
    return error.message;
  }
}
async function main() {
  await tf.setBackend('cpu');
  const seen = { first: gradient(0), last: gradient(1), noSquare: ofNoSquare() };
  console.log(JSON.stringify(seen));
  return seen.first === '101,100,1010,1000' && seen.last === '11,10,1100,1000' && seen.noSquare.includes("has shape '3,2'");
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
