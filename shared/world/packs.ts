/** The packs of demonstrations and the styles of answers that fine-tuning can teach. */

export const DEMONSTRATION_PACKS = ['facts', 'recipes', 'small-talk', 'exercises'] as const;
export type DemonstrationPack = (typeof DEMONSTRATION_PACKS)[number];

export const ANSWER_STYLES = ['short', 'full', 'friendly'] as const;
export type AnswerStyle = (typeof ANSWER_STYLES)[number];

export interface Demonstration {
  pack: DemonstrationPack;
  question: string;
  answer: string;
}
