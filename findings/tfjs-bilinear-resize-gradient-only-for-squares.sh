#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backend cpu. Seen on Node 20.
# Expected: resizeBilinear of a picture that is not square has a gradient, as that of a square one has.
# Seen: on the cpu backend it throws: the gradient has width and height exchanged. A square picture works, so code that was
#   tried on squares fails with the first other picture.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @tensorflow/tfjs@4.22.0 >/dev/null
cat >check.cjs <<'JS'
const tf = require('@tensorflow/tfjs');

function outcome(height, width) {
  try {
    const grown = (x) => tf.sum(tf.image.resizeBilinear(x, [2 * height, 2 * width]));
    return tf.grad(grown)(tf.ones([1, height, width, 1])).shape.join();
  } catch (error) {
    return error.message;
  }
}
async function main() {
  await tf.setBackend('cpu');
  const seen = { square: outcome(3, 3), other: outcome(3, 4) };
  console.log(JSON.stringify(seen));
  return seen.square === '1,3,3,1' && seen.other.includes("has shape '1,4,3,1'");
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
