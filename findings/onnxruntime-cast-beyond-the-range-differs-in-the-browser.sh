#!/usr/bin/env bash
# Software: onnxruntime-node and onnxruntime-web 1.30.0 (the latest at the time), their CPU and WASM providers. Seen on Node 20, x86-64 Linux.
# Expected: Cast leaves open what becomes of a number beyond the range of an integer type, so one expects some rule (the nearest number, as QuantizeLinear has it, or the lowest bits) that
#   the two runtimes of one version share for all types.
# Seen: they do not. To 32 and 64 bits with a sign the native one makes the smallest number of everything, a NaN and what is too large among them, and the web's the nearest number and 0 of a NaN.
#   To 32 bits without a sign the native one keeps the lowest bits (of -1 the largest number, of 5e9 about 7e8), the web's takes the nearest number; to 8 bits both keep the lowest bits of
#   300, and 1e10 becomes 0 in one and 255 in the other. So a broken index or count differs between browser and server instead of failing in both.
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

function cast(type) {
  const attribute = bytes(5, [...text(1, 'to'), ...int(3, type), ...int(20, 2)]);
  const node = [...text(1, 'x'), ...text(2, 'y'), ...text(4, 'Cast'), ...attribute];
  const graph = [...bytes(1, node), ...text(2, 'g'), ...value(11, ['x', 1]), ...value(12, ['y', type])];
  return Uint8Array.from([...int(1, 10), ...bytes(7, graph), ...bytes(8, int(2, 21))]);
}
async function become(ort, type, values) {
  const session = await ort.InferenceSession.create(cast(type), { logSeverityLevel: 4, executionProviders: [ort === web ? 'wasm' : 'cpu'] });
  const { y } = await session.run({ x: new ort.Tensor('float32', Float32Array.from(values), [values.length]) });
  return [...y.data].join(' ');
}
async function main() {
  const [least, most] = [-(2 ** 31), 2 ** 31 - 1];
  const cases = [
    ['int32', 6, [3e9, -3e9, NaN], `${least} ${least} ${least}`, `${most} ${least} 0`],
    ['int64', 7, [1e19, NaN], `${-(2n ** 63n)} ${-(2n ** 63n)}`, `${2n ** 63n - 1n} 0`],
    ['uint32', 12, [-1, 5e9], '4294967295 705032704', '0 4294967295'],
    ['uint8', 2, [300, 1e10], '44 0', '44 255'],
  ];
  let isAsSaid = true;
  for (const [name, type, values, here, there] of cases) {
    const seen = [await become(native, type, values), await become(web, type, values)];
    console.log(`${values.join(' ')} to ${name}: native ${seen[0]}; web ${seen[1]}`);
    isAsSaid &&= seen[0] === here && seen[1] === there;
  }
  return isAsSaid;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
