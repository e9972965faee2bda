#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backends cpu and wasm. Seen on Node 20.
# Expected: cast to 'bool' makes every number but 0 true, as on the cpu backend: 0.2, -1.7 and 256 are true.
# Seen: the wasm backend keeps what fits a byte: 0.2 and the integer 256 become false, and true may be 2 or 255, so that a sum
#   of them counts wrong. A mask made of probabilities or counts differs from backend to backend.
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
    const floats = tf.cast(tf.tensor1d([-1.7, 0, 0.2, 1]), 'bool');
    const integers = tf.cast(tf.tensor1d([0, 2, 256], 'int32'), 'bool');
    seen[backend] = [...floats.dataSync(), ...integers.dataSync()].join();
  }
  console.log(JSON.stringify(seen));
  return seen.cpu === '1,0,1,1,0,1,1' && seen.wasm === '255,0,0,1,0,2,0';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
