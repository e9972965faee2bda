#!/usr/bin/env bash
# Software: @huggingface/tokenizers 0.2.0 (the latest at the time). Seen on Node 20. What the format means was seen in the Rust
#   library, tokenizers 0.23.2 for Python, with the same file.
# Expected: an added token with single_word is found where it stands alone: in 'a goat', and not in 'a goats'.
# Seen: it is found inside of longer words too, which are then cut at it.
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
  const vocab = { '<unk>': 0, a: 1, goat: 2, goats: 3, s: 4 };
  const goat = { id: 2, content: 'goat', single_word: true, lstrip: false, rstrip: false, normalized: false, special: false };
  const model = { type: 'BPE', vocab, merges: [], unk_token: '<unk>', ignore_merges: true };
  const ids = encode('a goats', { model, pre_tokenizer: { type: 'WhitespaceSplit' }, added_tokens: [goat] });
  console.log(ids);
  return ids.join() === '1,2,4';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
