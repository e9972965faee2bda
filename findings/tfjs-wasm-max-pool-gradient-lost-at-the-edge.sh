#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backends cpu and wasm. Seen on Node 20.
# Expected: the gradient of maxPool with padding 'same' goes to the largest pixel of each window, at the edge too, whatever its
#   sign.
# Seen: on wasm a window at the edge whose pixels are all negative sends its gradient nowhere, though the forward pass returns
#   the right pixel: of four windows over 3x3 negative pixels one is left. Behind an activation that is never negative nobody sees
#   it; before one, the edge does not learn. The cpu backend does it right.
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

const NEGATIVE = [-1, -2, -3, -4, -5, -6, -7, -8, -9];
async function main() {
  const seen = {};
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    const pool = (x) => tf.maxPool(x, 2, 2, 'same');
    const pixels = tf.tensor4d(NEGATIVE, [1, 3, 3, 1]);
    seen[backend] = `${pool(pixels).dataSync().join()} from ${tf.grad((x) => tf.sum(pool(x)))(pixels).dataSync().join()}`;
  }
  console.log(JSON.stringify(seen));
  return seen.cpu === '-1,-3,-7,-9 from 1,0,1,0,0,0,1,0,1' && seen.wasm === '-1,-3,-7,-9 from 1,0,0,0,0,0,0,0,0';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
