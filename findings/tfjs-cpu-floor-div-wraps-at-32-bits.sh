#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backends cpu and wasm. Seen on Node 20.
# Expected: floorDiv of two float32 tensors is a float32 tensor, as it is on wasm, and as division and floor are on every
#   backend.
# Seen: on the cpu backend it is int32 whatever went in: ten billion by one is 1410065408, a NaN is 0, and what comes next meets
#   another type than on wasm.
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
    const quotient = tf.floorDiv(tf.tensor1d([1e10, 5.5]), tf.tensor1d([1, 2]));
    seen[backend] = `${quotient.dtype} ${quotient.dataSync().join()}`;
  }
  console.log(JSON.stringify(seen));
  return seen.cpu === 'int32 1410065408,2' && seen.wasm === 'float32 10000000000,2';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
