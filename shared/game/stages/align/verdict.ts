/** Why aligning brought nothing, where it did not: from what was measured, the likeliest cause first. */

import { GATE_IN_FORM_SHARE } from './preferences.ts';
import type { AlignOutcome, Alignment } from './state.ts';

/** Votes on tone below which nothing can be said of what people like. */
export const LEAST_TONE_VOTES = 10;
/** Share of unseen votes that must be guessed from the others; one in two is chance. */
export const LEAST_AGREEMENT = 0.65;
/** From this share of friendly answers on there is little to gain. */
export const FRIENDLY_SHARE = 0.7;
/** Below this share in form a model is plainly broken. */
export const BROKEN_SHARE = 0.5;
/** Of so many cards one must have had a better and a worse answer. */
const LEAST_PRACTISED_SHARE = 0.15;
/** A smaller rise may be chance: twice the error of the difference of two shares of some 200 answers. */
export const LEAST_RISE = 0.08;

export type AlignVerdict =
  | 'risen'
  | 'let_go'
  | 'hacked'
  | 'judged_itself'
  | 'few_votes'
  | 'votes_disagree'
  | 'friendly_before'
  | 'out_of_form'
  | 'no_pairs'
  | 'chance';

/** What became of what people voted for; `before` and `taught` are those of this training. */
export function alignVerdict(
  { before, taught, trained }: Pick<Alignment, 'before' | 'taught' | 'trained'>,
  { after }: Pick<AlignOutcome, 'after'>,
): AlignVerdict {
  const isBroken = after.inFormShare < BROKEN_SHARE;
  if (trained?.method === 'reward' && isBroken) return 'hacked';
  const isLetGo = trained?.method === 'pairs' && trained.sftWeight === 0 && isBroken;
  if (trained && trained.principles.length > 0) return isLetGo ? 'let_go' : 'judged_itself';
  if (!before || after.kindShare - before.kindShare >= LEAST_RISE) return 'risen';
  if (isLetGo) return 'let_go';
  if (before.kindShare >= FRIENDLY_SHARE) return 'friendly_before';
  if (!taught || taught.agreement === null) return 'few_votes';
  if (taught.agreement < LEAST_AGREEMENT) return 'votes_disagree';
  if (before.inFormShare < GATE_IN_FORM_SHARE) return 'out_of_form';
  return trained?.method === 'pairs' && taught.practised < LEAST_PRACTISED_SHARE * taught.asked
    ? 'no_pairs'
    : 'chance';
}
