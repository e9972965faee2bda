#!/usr/bin/env bash
# Software: @huggingface/tokenizers 0.2.0 (the latest at the time). Seen on Node 20. What the format means was seen in the Rust
#   library, tokenizers 0.23.2 for Python, with the same file.
# Expected: the pre-tokenizer Whitespace splits by \w+|[^\w\s]+ where \w is every letter, mark and digit of Unicode: 'naïve' is
#   one word, and so is a Hindi word with its vowel signs.
# Seen: \w is ASCII alone: 'naïve' becomes three pieces, and a word can't be found that is in the vocabulary. English hides it;
#   a model for another language reads other tokens in the browser than it was trained on.
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
  const vocab = { '<unk>': 0, na: 1, '\u00ef': 2, ve: 3, 'na\u00efve': 4 };
  const ids = encode('na\u00efve', { model: { type: 'BPE', vocab, merges: [], unk_token: '<unk>', ignore_merges: true }, pre_tokenizer: { type: 'Whitespace' } });
  console.log(ids);
  return ids.join() === '1,2,3';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
