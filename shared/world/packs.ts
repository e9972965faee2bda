/** The packs of demonstrations and the styles of answers that fine-tuning can teach. */

export const DEMONSTRATION_PACKS = ['facts', 'recipes', 'small-talk', 'exercises'] as const;
export type DemonstrationPack = (typeof DEMONSTRATION_PACKS)[number];

export const ANSWER_STYLES = ['short', 'full', 'friendly'] as const;
export type AnswerStyle = (typeof ANSWER_STYLES)[number];

/** What stands before a question that shall be answered in a style. */
export const STYLE_LINES: Readonly<Record<AnswerStyle, string>> = {
  short: 'Be brief.',
  full: 'Say it all.',
  friendly: 'Be kind.',
};

export function inStyle(style: AnswerStyle, question: string): string {
  return `${STYLE_LINES[style]} ${question}`;
}

export interface Demonstration {
  pack: DemonstrationPack;
  question: string;
  answer: string;
}
