/** The life of a language model as the game plays it: the one ordered list of stages. */

export const STAGES = [
  'lobby',
  'data',
  'scale',
  'pretrain',
  'fine-tune',
  'align',
  'arena',
  'debrief',
] as const;

export type Stage = (typeof STAGES)[number];
