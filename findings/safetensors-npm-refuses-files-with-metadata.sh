#!/usr/bin/env bash
# Software: safetensors 0.0.1 of npm, the package of that name.
# Expected: a file with the header's optional `__metadata__` entry (a map from strings to strings, which the format describes and the
#   Python library writes as {"format": "pt"}) is read, and the entry is no tensor.
#   Bytes are read from where the given view begins.
# Seen: the entry is taken for a tensor and the constructor throws a TypeError; the same file without it is read. And the header's length
#   is read at the start of the memory behind the view: a file that lies further on in it, as a view or a small Buffer of Node does, ends
#   in a SyntaxError of its JSON.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact safetensors@0.0.1 >/dev/null
cat >check.cjs <<'JS'
const { SafeTensor } = require('safetensors');
function fileOf(metadata) {
  const header = { ...metadata, weight: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return new Uint8Array(Buffer.concat([length, text, Buffer.from(new Float32Array([1, 2]).buffer)]));
}
/** The same bytes, further on in a larger piece of memory. */
function moved(file) {
  const memory = new Uint8Array(16 + file.length);
  memory.set(file, 16);
  return memory.subarray(16);
}
function outcome(file) {
  try {
    return `read ${[...new SafeTensor(file).metadata.keys()].join(', ')}`;
  } catch (error) {
    return error.constructor.name;
  }
}
const seen = {
  without: outcome(fileOf({})),
  with: outcome(fileOf({ __metadata__: { format: 'pt' } })),
  moved: outcome(moved(fileOf({}))),
};
console.log(JSON.stringify(seen));
const isAsSaid = seen.without === 'read weight' && seen.with === 'TypeError' && seen.moved === 'SyntaxError';
process.exit(isAsSaid ? 0 : 1);
JS
node check.cjs
