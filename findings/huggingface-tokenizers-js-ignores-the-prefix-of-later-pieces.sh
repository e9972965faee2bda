#!/usr/bin/env bash
# Software: @huggingface/tokenizers 0.2.0 (the latest at the time). Seen on Node 20. What the format means was seen in the Rust
#   library, tokenizers 0.23.2 for Python, with the same file.
# Expected: a BPE model with continuing_subword_prefix '##' looks for pieces within a word with the prefix: of t, ##h and the
#   merge of both, 'th' is the one token th.
# Seen: the prefix is never put before a piece, so no merge with it applies, and every letter after the first is read as if it
#   began a word: the ids are those of t and h.
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
  const vocab = { '<unk>': 0, t: 1, h: 2, '##h': 3, th: 4 };
  const model = { type: 'BPE', vocab, merges: [['t', '##h']], unk_token: '<unk>', continuing_subword_prefix: '##' };
  const ids = encode('th', { model, pre_tokenizer: { type: 'WhitespaceSplit' } });
  console.log(ids);
  return ids.join() === '1,2';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
