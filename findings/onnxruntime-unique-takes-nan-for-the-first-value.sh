#!/usr/bin/env bash
# Software: onnxruntime-node 1.30.0 (the latest at the time), its CPU provider; onnxruntime-web 1.30.0 says the same. Seen on
#   Node 20.
# Expected: Unique gives values of which the inverse indices make the input again, NaN among them, as NumPy's does.
# Seen: NaN is in no output, and its inverse index points at another value: of 2, 1, NaN, NaN and 2 it leaves 1 and 2, and the
#   indices make 2, 1, 1, 1 and 2 of it. The counts give the NaNs to that value too.
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
async function main() {
  const outputs = [['y', FLOAT], ['first', INT64], ['inverse', INT64], ['counts', INT64]];
  const session = await ort.InferenceSession.create(model('Unique', [['x', FLOAT]], outputs), { logSeverityLevel: 4 });
  const { y, inverse, counts } = await session.run({ x: new ort.Tensor('float32', Float32Array.of(2, 1, NaN, NaN, 2), [5]) });
  const remade = [...inverse.data].map((place) => y.data[Number(place)]).join();
  console.log(JSON.stringify({ values: [...y.data].join(), remade, counts: [...counts.data].join() }));
  return [...y.data].join() === '1,2' && remade === '2,1,1,1,2' && [...counts.data].join() === '3,2';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
