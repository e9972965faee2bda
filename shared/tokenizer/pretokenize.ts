/** Cuts text into words before byte-pair encoding, so that merges never join two words, two digits or two lines. */

/**
 * After the idea of GPT-2 (Radford et al., 2019): a word takes the space before it, and so does a run of punctuation;
 * digits stand alone (numbers of any length are then spelled the same way); a line end stands alone; other white space
 * is a run that leaves its last space to the word after it. Every character falls into one of the branches.
 */
export const WORD_SOURCE = String.raw`'(?:s|t|re|ve|m|ll|d)(?![\p{L}\p{M}])| ?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+|\n|[^\S\n]+(?![^\s\p{N}])|[^\S\n]`;
const WORD = new RegExp(WORD_SOURCE, 'gu');

/** The words of a text in order; joined they are the text again, whatever it holds. */
export function pretokenize(text: string): string[] {
  return text.match(WORD) ?? [];
}
