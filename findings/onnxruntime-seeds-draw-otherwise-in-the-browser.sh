#!/usr/bin/env bash
# Software: onnxruntime-node and onnxruntime-web 1.30.0 (the latest at the time), their CPU and WASM providers. Seen on Node 20, x86-64 Linux.
# Expected: a model that samples with a seed (Multinomial and Bernoulli have one as an attribute) draws the same in both runtimes of one version, since that is
#   what a seed is for; each on its own repeats it with every new session.
# Seen: each repeats itself, and they differ from each other: of twelve draws from three equal chances not half are the same, and eight coins fall otherwise. So text sampled inside a
#   model is another in the browser than on the server; the numbers of chance have to be an input of the model.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  onnxruntime-node@1.30.0 onnxruntime-web@1.30.0 >/dev/null
cat >check.cjs <<'JS'
const native = require('onnxruntime-node');
const web = require('onnxruntime-web');
web.env.wasm.numThreads = 1;

/** A model of one operator, written by hand: fields of the ONNX format as protocol buffers. */
const varint = (n) => (n < 128 ? [n] : [(n & 127) | 128, ...varint(n >> 7)]);
const int = (field, n) => [...varint(field << 3), ...varint(n)];
const bytes = (field, content) => [...varint((field << 3) | 2), ...varint(content.length), ...content];
const text = (field, content) => bytes(field, [...Buffer.from(content)]);
const float = (field, x) => [...varint((field << 3) | 5), ...Buffer.from(Float32Array.of(x).buffer)];
const value = (field, [name, type]) => bytes(field, [...text(1, name), ...bytes(2, bytes(1, int(1, type)))]);

function model(operator, outputType, attributes) {
  const attribute = ([name, written]) => bytes(5, [...text(1, name), ...written]);
  const node = [...text(1, 'x'), ...text(2, 'y'), ...text(4, operator), ...Object.entries(attributes).flatMap(attribute)];
  const graph = [...bytes(1, node), ...text(2, 'g'), ...value(11, ['x', 1]), ...value(12, ['y', outputType])];
  return Uint8Array.from([...int(1, 10), ...bytes(7, graph), ...bytes(8, int(2, 21))]);
}
async function draw(ort, written, values, dims) {
  const session = await ort.InferenceSession.create(written, { logSeverityLevel: 4, executionProviders: [ort === web ? 'wasm' : 'cpu'] });
  const { y } = await session.run({ x: new ort.Tensor('float32', Float32Array.from(values), dims) });
  return [...y.data].join(' ');
}
async function main() {
  const seed = [...float(2, 3), ...int(20, 1)];
  const cases = [
    ['Multinomial', model('Multinomial', 6, { sample_size: [...int(3, 12), ...int(20, 2)], seed }), [0, 0, 0], [1, 3]],
    ['Bernoulli', model('Bernoulli', 1, { seed }), Array(8).fill(0.5), [8]],
  ];
  let isAsSaid = true;
  for (const [name, ...rest] of cases) {
    const [once, again] = [await draw(native, ...rest), await draw(native, ...rest)];
    const [there, thereAgain] = [await draw(web, ...rest), await draw(web, ...rest)];
    console.log(`${name}: native ${once}; web ${there}; each again the same: ${once === again && there === thereAgain}`);
    isAsSaid &&= once === again && there === thereAgain && once !== there;
  }
  return isAsSaid;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
