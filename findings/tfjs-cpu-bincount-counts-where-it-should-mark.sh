#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backends cpu and wasm. Seen on Node 20.
# Expected: denseBincount with binaryOutput says 1 for a value that occurs, however often, for one row as for many.
# Seen: the cpu backend counts all the same when given one row, [1, 2, 0, 0] for 0, 1 and 1; given the same as a matrix of one
#   row it marks. The wasm backend marks in both cases.
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

async function main() {
  const seen = {};
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    const marks = (values, weights) => tf.denseBincount(values, weights, 4, true).dataSync().join();
    const row = marks(tf.tensor1d([0, 1, 1], 'int32'), tf.tensor1d([]));
    const matrix = marks(tf.tensor2d([[0, 1, 1]], [1, 3], 'int32'), tf.tensor2d([], [0, 0]));
    seen[backend] = `${row} ${matrix}`;
  }
  console.log(JSON.stringify(seen));
  return seen.cpu === '1,2,0,0 1,1,0,0' && seen.wasm.startsWith('1,1,0,0');
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
