#!/usr/bin/env bash
# Packages: preact 10.27.0, with jsdom 26.1.0 as its document. Seen on Node 20.
# Expected: `<p translate="no">`, as HTML spells it, keeps a browser's translation away from live numbers when Preact draws it.
# Seen: the element gets translate="yes". Preact sets the property, which is a boolean, and a string that isn't empty is true.
#   `translate={false}` gives translate="no". Preact's types refuse the string; without types nothing warns.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact preact@10.27.0 jsdom@26.1.0 >/dev/null

cat >draw.mjs <<'JS'
import { JSDOM } from 'jsdom';
globalThis.document = new JSDOM('').window.document;
const { h, render } = await import('preact');
for (const translate of ['no', false]) {
  const root = document.createElement('div');
  render(h('p', { translate }, '4:59'), root);
  console.log(`${JSON.stringify(translate)} draws ${root.innerHTML}`);
}
JS
seen="$(node draw.mjs)"
echo "node $(node --version)"
echo "$seen"
[[ "$seen" == $'"no" draws <p translate="yes">4:59</p>\nfalse draws <p translate="no">4:59</p>' ]] ||
  { echo "changed: see above" >&2; exit 1; }
