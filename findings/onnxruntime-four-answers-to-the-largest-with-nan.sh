#!/usr/bin/env bash
# Software: onnxruntime-node 1.30.0 (the latest at the time), its CPU provider; onnxruntime-web 1.30.0 says the same. Seen on
#   Node 20.
# Expected: operators that look for the largest of the same numbers agree on what a NaN among them means, as in NumPy and
#   PyTorch, where it is the answer of all: a broken model is seen to be broken.
# Seen: of 1, NaN, 3 and 2, ReduceMax and MaxPool say 3 and hide the NaN; ArgMax names the place of the NaN; Max of two takes
#   the NaN; and TopK with k = 2 gives 1 and NaN, the two that came first, and loses the real largest.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  onnxruntime-node@1.30.0 >/dev/null
cat >check.cjs <<'JS'
const ort = require('onnxruntime-node');
/** A model of one operator, written by hand: fields of the ONNX format as protocol buffers. */
const varint = (n) => (n < 128 ? [n] : [(n & 127) | 128, ...varint(n >> 7)]);
const int = (field, n) => [...varint(field << 3), ...varint(n)];
const bytes = (field, content) => [...varint((field << 3) | 2), ...varint(content.length), ...content];
const text = (field, content) => bytes(field, [...Buffer.from(content)]);
const value = (field, [name, type]) => bytes(field, [...text(1, name), ...bytes(2, bytes(1, int(1, type)))]);
const [FLOAT, INT64] = [1, 7];
function model(operator, inputs, outputs, attributes = {}) {
  const attribute = ([name, n]) => bytes(5, [...text(1, name), ...int(3, n), ...int(20, 2)]);
  const names = (field, values) => values.flatMap(([name]) => text(field, name));
  const node = [...names(1, inputs), ...names(2, outputs), ...text(4, operator), ...Object.entries(attributes).flatMap(attribute)];
  const graph = [...bytes(1, node), ...text(2, 'g'), ...inputs.flatMap((v) => value(11, v)), ...outputs.flatMap((v) => value(12, v))];
  return Uint8Array.from([...int(1, 10), ...bytes(7, graph), ...bytes(8, int(2, 21))]);
}
const numbers = (dims) => new ort.Tensor('float32', Float32Array.of(1, NaN, 3, 2), dims);
async function run(file, feeds) {
  const session = await ort.InferenceSession.create(file, { logSeverityLevel: 4 });
  return session.run(feeds);
}
async function main() {
  const x = ['x', FLOAT];
  const largest = await run(model('ReduceMax', [x], [['y', FLOAT]], { keepdims: 0 }), { x: numbers([4]) });
  const place = await run(model('ArgMax', [x], [['y', INT64]], { keepdims: 0 }), { x: numbers([4]) });
  const pair = await run(model('Max', [x, ['z', FLOAT]], [['y', FLOAT]]), { x: numbers([4]), z: new ort.Tensor('float32', [5], [1]) });
  const k = new ort.Tensor('int64', [2n], [1]);
  const top = await run(model('TopK', [x, ['k', INT64]], [['y', FLOAT], ['i', INT64]]), { x: numbers([4]), k });
  const seen = {
    ReduceMax: String(largest.y.data[0]),
    ArgMax: String(place.y.data[0]),
    Max: [...pair.y.data].join(),
    TopK: [...top.y.data].join(),
  };
  console.log(JSON.stringify(seen));
  return seen.ReduceMax === '3' && seen.ArgMax === '1' && seen.Max === '5,NaN,5,5' && seen.TopK === '1,NaN';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
