#!/usr/bin/env bash
# Software: @huggingface/tokenizers 0.2.0 (the latest at the time). Seen on Node 20. What the format means was seen in the Rust
#   library, tokenizers 0.23.2 for Python, with the same file.
# Expected: a WordLevel model gives the id of its unk_token for a word that is not in its vocabulary: 7 here.
# Seen: the id is undefined, and null once the list has been through JSON. Nothing is thrown; a tensor made of it holds 0 or
#   NaN, whatever the unknown token's id is.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @huggingface/tokenizers@0.2.0 >/dev/null
cat >check.cjs <<'JS'
const { Tokenizer } = require('@huggingface/tokenizers');
/** The ids of a text by a tokenizer.json of these parts. */
function encode(text, parts) {
  const rest = { version: '1.0', normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null, added_tokens: [] };
  return new Tokenizer({ ...rest, ...parts }, {}).encode(text).ids;
}
async function main() {
  const model = { type: 'WordLevel', vocab: { '<unk>': 7, goat: 1 }, unk_token: '<unk>' };
  const ids = encode('goat sheep', { model, pre_tokenizer: { type: 'WhitespaceSplit' } });
  console.log(ids);
  return ids.length === 2 && ids[0] === 1 && ids[1] === undefined;
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
