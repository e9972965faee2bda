#!/usr/bin/env bash
# Software: onnxruntime-node and onnxruntime-web 1.30.0 (the latest at the time). Seen on Node 20, x86-64 Linux.
# Expected: who compares the two runtimes in one process gets the answer of each from its own package, whichever way the packages are loaded.
# Seen: loaded with require both register their providers in one shared place, and a session that onnxruntime-web makes without naming a provider runs in the native runtime: it
#   says the same as onnxruntime-node of a cast that the two do differently. Loaded with import it runs in WebAssembly. A comparison that is to mean anything names the provider ("wasm").
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  onnxruntime-node@1.30.0 onnxruntime-web@1.30.0 >/dev/null
cat >probe.cjs <<'JS'
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

/** What too large a number becomes as 32 bits: the runtimes differ in it. */
exports.probe = async (ort, options) => {
  const session = await ort.InferenceSession.create(cast(6), { logSeverityLevel: 4, ...options });
  const { y } = await session.run({ x: new ort.Tensor('float32', Float32Array.of(3e9), [1]) });
  return y.data[0];
};
JS
cat >required.cjs <<'JS'
const { probe } = require('./probe.cjs');
const [native, web] = [require('onnxruntime-node'), require('onnxruntime-web')];
web.env.wasm.numThreads = 1;
(async () => {
  console.log([await probe(native), await probe(web), await probe(web, { executionProviders: ['wasm'] })].join());
})();
JS
cat >imported.mjs <<'JS'
import * as native from 'onnxruntime-node';
import * as web from 'onnxruntime-web';
import { probe } from './probe.cjs';
web.env.wasm.numThreads = 1;
console.log([await probe(native), await probe(web), await probe(web, { executionProviders: ['wasm'] })].join());
JS
required="$(node required.cjs)"
imported="$(node imported.mjs)"
echo "native, web, and web with its provider named: with require $required, with import $imported"
[ "$required" = "-2147483648,-2147483648,2147483647" ] && [ "$imported" = "-2147483648,2147483647,2147483647" ]
