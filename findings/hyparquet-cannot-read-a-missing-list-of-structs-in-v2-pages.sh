#!/usr/bin/env bash
# Software: hyparquet 1.33.0 (the latest at the time), with files that pyarrow 25.0.1 wrote. Seen on Node 20.
# Expected: a missing list of structs (a chat without messages, say) is null, whichever version its data page has.
# Seen: in a data page of version 1 it is null; in one of version 2, as newer writers make them on request, reading the file
#   ends in a RangeError. The same column with a list in it is read in both.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  hyparquet@1.33.0 >/dev/null
cat >check.cjs <<'JS'
const read = async (base64) => {
  const { parquetReadObjects } = await import('hyparquet');
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return parquetReadObjects({ file: bytes.buffer });
};
/** One column n of the type list<struct<a: int32>> with one value, which is null. */
const FIRST = 'UEFSMRUAFRgVGCwVAhUAFQYVBhwAAAACAAAAAgACAAAAAgAVBBlcNQAYBnNjaGVtYRUCADUCGAFuFQIVBkw8AAAANQQYBGxpc3QVAgA1AhgHZWxlbWVudBUCABUCJQIYAWEAFgIZHBkcJgAcFQIZJQYAGUgBbgRsaXN0B2VsZW1lbnQBYRUAFgIWPhY+JghJHBUAFQAVAgA8KSYCABlWAgAAAAAAAAAWPhYCJggWPgAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjUuMC4xGRwcAAAAtQAAAFBBUjE=';
const SECOND = 'UEFSMRUGFQgVCFwVAhUAFQIVABUEFQQSHAAAAAIAAgAVBBlcNQAYBnNjaGVtYRUCADUCGAFuFQIVBkw8AAAANQQYBGxpc3QVAgA1AhgHZWxlbWVudBUCABUCJQIYAWEAFgIZHBkcJgAcFQIZJQYAGUgBbgRsaXN0B2VsZW1lbnQBYRUAFgIWOBY4JghJHBUAFQAVAgA8KSYCABlWAgAAAAAAAAAWOBYCJggWOAAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjUuMC4xGRwcAAAAtQAAAFBBUjE=';
const outcome = (file) => read(file).then((rows) => JSON.stringify(rows), (error) => error.constructor.name);
async function main() {
  const seen = [await outcome(FIRST), await outcome(SECOND)];
  console.log(...seen);
  return seen[0] === '[{"n":null}]' && seen[1] === 'RangeError';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
