#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backends cpu and wasm. Seen on Node 20.
# Expected: rotateWithOffset fills what lies outside of the picture with the given value, -1 too: what pictures whose values lie
#   between -1 and 1 have for black.
# Seen: the wasm backend fills with 4294967296. The cpu backend fills with -1.
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
    const turned = tf.image.rotateWithOffset(tf.ones([1, 3, 3, 1]), Math.PI / 4, -1);
    seen[backend] = [...new Set(turned.dataSync())].sort().join();
  }
  console.log(JSON.stringify(seen));
  return seen.cpu === '-1,1' && seen.wasm === '1,4294967296';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
