#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backends cpu and wasm. Seen on Node 20.
# Expected: the gradient of avgPool with padding 'same' spreads each output over the pixels that it is the mean of. At the edge
#   of a 3x3 picture of ones with windows of 2x2 and stride 2, those are two pixels or one: forward, the mean is 1 everywhere, so
#   padding is not counted.
# Seen: backward, padding is counted: every pixel gets a quarter, though a quarter of each edge's output and three quarters of
#   the corner's are then nobody's. Training goes on with wrong gradients and says nothing. Differences of the same function's own
#   values give 0.25, 0.5 and 1.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @tensorflow/tfjs@4.22.0 \
  @tensorflow/tfjs-backend-wasm@4.22.0 >/dev/null
cat >check.cjs <<'JS'
const tf = require('@tensorflow/tfjs');
require('@tensorflow/tfjs-backend-wasm').setWasmPaths(`${__dirname}/node_modules/@tensorflow/tfjs-backend-wasm/dist/`);

const pool = (x) => tf.sum(tf.avgPool(x, 2, 2, 'same'));
function byDifferences() {
  const ones = Array(9).fill(1);
  const at = (values) => pool(tf.tensor4d(values, [1, 3, 3, 1])).dataSync()[0];
  return ones.map((_, place) => {
    const moved = (step) => ones.map((value, i) => (i === place ? value + step : value));
    return at(moved(0.5)) - at(moved(-0.5));
  });
}
async function main() {
  let isAsSaid = true;
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    const gradient = [...tf.grad(pool)(tf.ones([1, 3, 3, 1])).dataSync()];
    const real = byDifferences();
    console.log(backend, JSON.stringify({ gradient, real }));
    isAsSaid &&= gradient.every((value) => value === 0.25) && real.join() === '0.25,0.25,0.5,0.25,0.25,0.5,0.5,0.5,1';
  }
  return isAsSaid;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
