#!/usr/bin/env bash
# Software: TensorFlow.js 4.22.0 (the latest at the time), backends cpu and wasm. Seen on Node 20.
# Expected: conv3d has the same gradients on every backend, for input and filter.
# Seen: on wasm, with strides of 2, one place of the filter's gradient is filled and the others are 0, and so are all but one of
#   those that a window of the input gets; with a stride of 1 they are right. Forward is right and nothing is said.
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

const FILTER = [1, 2, 3, 4, 5, 6, 7, 8];
async function main() {
  const seen = {};
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    const input = tf.reshape(tf.range(0, 64), [1, 4, 4, 4, 1]);
    const filter = tf.tensor5d(FILTER, [2, 2, 2, 1, 1]);
    const convolved = (x, w, strides) => tf.sum(tf.conv3d(x, w, strides, 'valid'));
    seen[backend] = {
      forward: convolved(input, filter, 2).dataSync()[0],
      ofFilter: tf.grad((w) => convolved(input, w, 2))(filter).dataSync().join(),
      ofInput: tf.grad((x) => convolved(x, filter, 1))(tf.ones([1, 2, 2, 2, 1])).dataSync().join(),
      ofInputByTwo: tf.grad((x) => convolved(x, filter, 2))(tf.ones([1, 2, 2, 2, 1])).dataSync().join(),
    };
  }
  console.log(JSON.stringify(seen));
  const { cpu, wasm } = seen;
  return (
    cpu.forward === wasm.forward &&
    cpu.ofFilter === '168,176,200,208,296,304,328,336' &&
    wasm.ofFilter === '168,0,0,0,0,0,0,0' &&
    cpu.ofInputByTwo === '1,2,3,4,5,6,7,8' &&
    wasm.ofInputByTwo === '0,0,0,0,0,0,0,8' &&
    wasm.ofInput === cpu.ofInput
  );
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
