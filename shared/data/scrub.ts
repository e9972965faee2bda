/** Takes secrets out of text by rule: codes and numbers, what is said to be one, and where something valuable is hidden. */

import type { OnProgress } from './minhash.ts';

/** What stands in place of a secret: a word of its own, so that a model learns to say just that. */
export const MASK = '[removed]';

export const SECRET_RULES = ['stated', 'hidden', 'code'] as const;
/** `code` looks like one; `stated` follows "the code is"; `hidden` says where something valuable lies. */
export type SecretRule = (typeof SECRET_RULES)[number];

export interface FoundSecret {
  rule: SecretRule;
  /** Where it stands in the text as it was: [start, end). */
  start: number;
  end: number;
}

export interface ScrubbedDocument {
  text: string;
  found: FoundSecret[];
}

/** Four digits and more, digits in groups ("4-7-1"), and letters mixed with digits ("K7Q"). Smaller numbers are only counts. */
const CODE = /\b(?:\d+(?:-\d+)+|(?:[a-z]+\d|\d+[a-z]+\d)[a-z\d-]*|\d{4,})\b/gi;

const SECRET_NOUN =
  '(?:(?:code|password|passcode|pin|combination|birthday)|(?:pass|code|key|safe|magic|secret) ?words?|(?:secret|lucky|phone|house|account|box|door) numbers?)';
/** "the code of my door is", "my password:"; the value follows. */
const STATED = new RegExp(
  `\\b${SECRET_NOUN}\\b(?:[^.!?;:"]{0,40}?\\b(?:is|was|reads|says)\\b|\\s*[:=])\\s*`,
  'gi',
);
/** What may follow "is" without telling anything. */
const TELLS_NOTHING =
  /^(?:not|no|here|near|coming|over|today|tomorrow|soon|a secret|secret|lost|gone|wrong|right|safe|easy|hard|still|the same|known|forgotten|only)\b/i;
/** A value ends with its clause, or where the sentence goes on. */
const VALUE = /^[^.,;!?"\n]+?(?=\s(?:and|but|so|because|if|when|please)\s|[.,;!?"\n]|$)/i;

const VALUABLE =
  /\b(?:keys?|money|coins?|gold|silver|savings|treasure|purse|jewels?|rings?|necklace|will|diary|safe|box|chest|secret)\b/i;
const HIDING =
  /\b(?:hid(?:es?|den|ing)?|bur(?:y|ies|ied)|stash(?:es|ed)?|tuck(?:s|ed)?|keep(?:s|ing)?|kept|lies?|stored?)\b/i;
const PLACE =
  /\b(?:under(?:neath)?|behind|inside|in front of|in|beneath|below|above|on top of|between|beside|next to|near|at|on)\s+(?=(?:the|an?|my|our|his|her|their|your|some|one|that|this)\s)/i;

const SENTENCE = /[^.!?\n]+[.!?\n]*/g;

function addCodes(text: string, found: FoundSecret[]): void {
  for (const { index, 0: code } of text.matchAll(CODE)) {
    found.push({ rule: 'code', start: index, end: index + code.length });
  }
}

function addStated(text: string, found: FoundSecret[]): void {
  for (const { index, 0: lead } of text.matchAll(STATED)) {
    const start = index + lead.length;
    const value = VALUE.exec(text.slice(start, start + 80))?.[0].trimEnd();
    if (value && !TELLS_NOTHING.test(value)) found.push({ rule: 'stated', start, end: start + value.length });
  }
}

/** The place in a sentence that speaks of hiding something valuable: from its preposition to the end of its clause. */
function addHidden(text: string, found: FoundSecret[]): void {
  for (const { index, 0: sentence } of text.matchAll(SENTENCE)) {
    if (!VALUABLE.test(sentence)) continue;
    const verb = HIDING.exec(sentence);
    if (!verb) continue;
    const from = verb.index + verb[0].length;
    const place = PLACE.exec(sentence.slice(from));
    if (!place) continue;
    const start = from + place.index;
    const value = VALUE.exec(sentence.slice(start))?.[0].trimEnd() ?? '';
    found.push({ rule: 'hidden', start: index + start, end: index + start + value.length });
  }
}

/** The finds in order, none inside or across another: the earlier and longer one stays. */
function withoutOverlaps(found: readonly FoundSecret[]): FoundSecret[] {
  let end = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((secret) => {
      if (secret.start < end || secret.end <= secret.start) return false;
      end = secret.end;
      return true;
    });
}

/** The text with a mask in place of each secret that the rules find, and what they found. */
export function scrubText(text: string): ScrubbedDocument {
  const found: FoundSecret[] = [];
  /* Of two rules that find the same, the one that knows more comes first. */
  addStated(text, found);
  addHidden(text, found);
  addCodes(text, found);
  if (found.length === 0) return { text, found };
  const kept = withoutOverlaps(found);
  let scrubbed = '';
  let from = 0;
  for (const { start, end } of kept) {
    scrubbed += text.slice(from, start) + MASK;
    from = end;
  }
  return { text: scrubbed + text.slice(from), found: kept };
}

/** Documents between two reports of progress. */
const REPORT_EVERY = 512;

/** Scrubs documents one by one; each only depends on itself. */
export function scrubDocuments(
  texts: readonly string[],
  onProgress: OnProgress = () => undefined,
): ScrubbedDocument[] {
  return texts.map((text, place) => {
    if (place % REPORT_EVERY === 0) onProgress(place / texts.length);
    return scrubText(text);
  });
}

/** How many finds of each rule there are. */
export function countSecrets(
  documents: readonly Pick<ScrubbedDocument, 'found'>[],
): Record<SecretRule, number> {
  const counts: Record<SecretRule, number> = { stated: 0, hidden: 0, code: 0 };
  for (const { found } of documents) for (const { rule } of found) counts[rule]++;
  return counts;
}

export interface SecretAccount {
  /** Times that true secrets stood in the raw text, and times that they still do. */
  told: number;
  left: number;
  /** The secrets that can still be read, each with the documents that tell it. */
  missed: { secret: string; documents: number[] }[];
}

/** Texts in one string, since looking through one long string is several times as fast as through many short ones. */
interface Shelf {
  all: string;
  /** Where each text begins. */
  starts: readonly number[];
}

/** Stands between texts, and in none. */
const BETWEEN = '\u0000';

/** The texts in small letters. */
function shelve(texts: readonly string[]): Shelf {
  const lower = texts.map((text) => text.toLowerCase());
  let next = 0;
  const starts = lower.map((text) => {
    const start = next;
    next += text.length + BETWEEN.length;
    return start;
  });
  return { all: lower.join(BETWEEN), starts };
}

/** Documents and times that a secret in small letters stands in. */
function occurrences({ all, starts }: Shelf, secret: string): { documents: number[]; times: number } {
  const documents: number[] = [];
  let times = 0;
  let document = 0;
  for (let at = all.indexOf(secret); at >= 0; at = all.indexOf(secret, at + secret.length)) {
    times++;
    while (document + 1 < starts.length && starts[document + 1] <= at) document++;
    if (documents.at(-1) !== document) documents.push(document);
  }
  return { documents, times };
}

/** Compares with the true secrets, which only somebody who knows the world has: how many scrubbing found, and which it missed. */
export function accountForSecrets(
  raw: readonly string[],
  scrubbed: readonly string[],
  secrets: readonly string[],
): SecretAccount {
  const before = shelve(raw);
  const after = shelve(scrubbed);
  const account: SecretAccount = { told: 0, left: 0, missed: [] };
  for (const secret of new Set(secrets.filter((text) => text.trim() !== ''))) {
    const told = occurrences(before, secret.toLowerCase());
    const left = occurrences(after, secret.toLowerCase());
    account.told += told.times;
    account.left += left.times;
    if (left.times > 0) account.missed.push({ secret, documents: left.documents });
  }
  return account;
}
