#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backends cpu and wasm. Seen on Node 20.
# Expected: a NaN stays a NaN, so that a training run that has broken can be seen to have: on the cpu backend it passes relu6, a
#   fused matMul with relu, clipByValue, and maximum with the NaN as its second operand.
# Seen: on the wasm backend it becomes 0 behind relu6 and the fused relu, the lower bound behind clipByValue, and the other
#   operand in maximum; plain relu alone keeps it. A loss may look sound with weights that are not.
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
    const broken = tf.tensor2d([[NaN]]);
    const results = [
      tf.relu(broken),
      tf.relu6(broken),
      tf.fused.matMul({ a: tf.ones([1, 1]), b: broken, activation: 'relu' }),
      tf.clipByValue(broken, -1, 1),
      tf.maximum(tf.tensor2d([[2]]), broken),
    ];
    seen[backend] = results.map((result) => result.dataSync()[0]).join();
  }
  console.log(JSON.stringify(seen));
  return seen.cpu === 'NaN,NaN,NaN,NaN,NaN' && seen.wasm === 'NaN,0,0,-1,2';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
