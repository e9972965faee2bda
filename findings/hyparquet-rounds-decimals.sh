#!/usr/bin/env bash
# Software: hyparquet 1.33.0 (the latest at the time), with a file that pyarrow 25.0.1 wrote. Seen on Node 20.
# Expected: a column of decimals, which is what a writer takes for numbers whose every digit counts, is read without loss: as a
#   text or a big integer with its scale, as 64-bit integers are read as big integers.
# Seen: it is read as a floating-point number: 12345678901234.5678, a decimal of 18 digits, comes back as 12345678901234.568,
#   and one of 38 digits keeps 16 of them. No option says otherwise, and nothing tells that digits were lost.
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
/** One column n of the type decimal(18, 4) with one value. */
const FILE = 'UEFSMRUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEBtptLpjDzThUEGSw1ABgGc2NoZW1hFQIAFQ4VEBUCGAFuJQoVCBUkLFwVCBUkAAAAFgIZHBkcJgAcFQ4ZJQYAGRgBbhUAFgIWQhZCJghJHBUAFQAVAgA8KQYZJgACAAAAFkIWAiYIFkIAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI1LjAuMRkcHAAAAIoAAABQQVIx';
async function main() {
  const [{ n }] = await read(FILE);
  console.log(typeof n, n);
  return n === 12345678901234.568;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
