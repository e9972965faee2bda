/** Our tokenizer as a `tokenizer.json`, which Hugging Face's libraries read. */

import type { TokenizerFile } from '../tokenizer/bpe.ts';
import { WORD_SOURCE } from '../tokenizer/pretokenize.ts';
import { FIRST_BYTE, FIRST_NIBBLE } from '../tokenizer/vocabulary.ts';

/**
 * White space as JavaScript's `\s` has it: regular expressions of other languages count U+0085 and not U+FEFF.
 */
const SPACES =
  '\\t\\n\\x0b\\x0c\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';

/** What cannot be said there: a byte that the tokenizer has never seen is two half-bytes for us, and this one token for others. */
export const UNKNOWN = FIRST_NIBBLE;

/** The sign that byte-level tokenizers write for each byte: itself where it can be read, else one above U+0100 (as in GPT-2). */
function byteSigns(): string[] {
  const isReadable = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);
  let others = 0;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(isReadable(byte) ? byte : 0x100 + others++),
  );
}

/** The words' regular expression with each `\s` spelled out, in the dialect of the format. */
function wordPattern(): string {
  return WORD_SOURCE.replaceAll('[^\\S\\n]', `[${SPACES.replace('\\n', '')}]`).replaceAll('\\s', SPACES);
}

/** Throws an Error where two tokens spell the same: the format knows tokens by their spelling. */
export function toTokenizerJson({ bytes, merges }: TokenizerFile): Record<string, unknown> {
  const signs = byteSigns();
  const names = Array.from({ length: FIRST_BYTE }, (_, id) => `<|${id}|>`);
  for (const byte of bytes) names.push(signs[byte]);
  const pairs = merges.map(([left, right]) => {
    const pair = [names[left], names[right]];
    names.push(pair.join(''));
    return pair;
  });
  const vocab = new Map(names.map((name, id) => [name, id]));
  if (vocab.size !== names.length) throw new Error('tokenizer.json: two tokens spell the same');
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: wordPattern() }, behavior: 'Isolated', invert: false },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false },
      ],
    },
    post_processor: null,
    decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: names[UNKNOWN],
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab: Object.fromEntries(vocab),
      merges: pairs,
    },
  };
}
