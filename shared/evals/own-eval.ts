/** Tests that players make: a rule says which answers to their prompts pass. */

/** What an answer must do: hold these words, not hold them, be just them, be short, or be a whole sentence. */
export const OWN_RULES = ['contains', 'lacks', 'equals', 'short', 'sentence'] as const;
type OwnRuleKind = (typeof OWN_RULES)[number];

export interface OwnRule {
  kind: OwnRuleKind;
  /** The words, where the rule has some. */
  text: string;
}

/** Words of a short answer at most. */
export const SHORT_WORDS = 5;
/** Letters of a rule's words: an answer is no longer than a sentence or two. */
export const MAX_RULE_TEXT = 60;

export const needsText = (kind: OwnRuleKind): boolean =>
  kind === 'contains' || kind === 'lacks' || kind === 'equals';

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');
const folded = (text: string): string => tidy(text).toLowerCase();

/** Whether an answer passes; capitals and doubled spaces don't matter. */
export function passesRule({ kind, text }: OwnRule, answer: string): boolean {
  const said = tidy(answer);
  switch (kind) {
    case 'contains':
      return folded(said).includes(folded(text));
    case 'lacks':
      return !folded(said).includes(folded(text));
    case 'equals':
      return folded(said) === folded(text);
    case 'short':
      return said !== '' && said.split(' ').length <= SHORT_WORDS;
    default:
      return /^[A-Z].*[.!?]$/.test(said);
  }
}

/** Models of this world only know these signs. */
const SAYABLE = /^[\u0020-\u007e]+$/;

/** Why a rule tells nothing: no answer can pass it, or every answer does; null where it can tell models apart. */
export function ruleFault({ kind, text }: OwnRule): 'never_passes' | 'never_fails' | null {
  if (!needsText(kind)) return null;
  const words = folded(text);
  if (words === '') return kind === 'contains' ? 'never_fails' : 'never_passes';
  const canBeSaid = SAYABLE.test(words) && words.length <= MAX_RULE_TEXT;
  if (canBeSaid) return null;
  return kind === 'lacks' ? 'never_fails' : 'never_passes';
}
