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

/** The stage after this one, or null after the last. */
export function nextStage(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) + 1] ?? null;
}
