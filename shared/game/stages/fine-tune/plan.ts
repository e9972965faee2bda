/** The fine-tune stage: which demonstration cards a team writes, in what style, and how much old text it replays. */

import {
  ANSWER_STYLES,
  DEMONSTRATION_PACKS,
  type AnswerStyle,
  type DemonstrationPack,
} from '../../../world/packs.ts';
import { fail, ok, type Result } from '../../result.ts';

export interface FineTunePlan {
  style: AnswerStyle;
  /** How many demonstration cards of each pack. */
  cards: Record<DemonstrationPack, number>;
  /** Share of the fine-tuning rows that repeat pretraining text, against forgetting. */
  replayShare: number;
  /** Share of the other rows whose question has a document before it: where else should a model learn to read one? */
  evidenceShare: number;
  /** Share of the rows beside old text that teach to call a tool; documents get their share of what is left. */
  toolShare: number;
  /** Whether cards in styles that the team did not choose say before the question which one they are in. */
  styleLines: boolean;
  /** Whether some of the rows are of talks: where else should a model learn to read what was said before? */
  talks: boolean;
}

/** Writing hours: cards a team can afford in all. */
export const MAX_CARDS = 1200;
/** And of one pack. */
export const MAX_PACK_CARDS = 600;
/** Share of the cards in each of the styles that the team did not choose: what people later prefer must occur at all. */
export const OTHER_STYLE_SHARE = 0.12;
/** Share of the cards in the style that the team chose. */
export const OWN_STYLE_SHARE = 1 - (ANSWER_STYLES.length - 1) * OTHER_STYLE_SHARE;
export const MIN_CARDS = 20;
export const REPLAY_SHARES = [0, 0.1, 0.25, 0.5] as const;

/** Share of the rows that are no old text which are of talks, where there are any. */
export const TALK_SHARE = 0.3;

export const EVIDENCE_SHARES = [0, 0.5, 0.8] as const;
export const TOOL_SHARES = [0, 0.1, 0.3] as const;

export function cardCount(plan: FineTunePlan): number {
  return DEMONSTRATION_PACKS.reduce((sum, pack) => sum + plan.cards[pack], 0);
}

export function checkFineTunePlan(plan: FineTunePlan): Result<FineTunePlan> {
  if (!Object.values(plan.cards).every((count) => Number.isInteger(count) && count >= 0))
    return fail('protocol/bad_message');
  if (!REPLAY_SHARES.some((share) => share === plan.replayShare)) return fail('protocol/bad_message');
  if (!EVIDENCE_SHARES.some((share) => share === plan.evidenceShare)) return fail('protocol/bad_message');
  if (!TOOL_SHARES.some((share) => share === plan.toolShare)) return fail('protocol/bad_message');
  const cards = cardCount(plan);
  if (cards < MIN_CARDS) return fail('fine-tune/too_few_cards', { cards, least: MIN_CARDS });
  if (cards > MAX_CARDS) return fail('fine-tune/too_many_cards', { cards, most: MAX_CARDS });
  return ok(plan);
}

/** What a team gets that decides nothing: a third of the cards that it could have had. What no card shows is answered worst. */
export const DEFAULT_FINE_TUNE_PLAN: FineTunePlan = {
  style: ANSWER_STYLES[1],
  cards: { facts: 160, recipes: 80, 'small-talk': 80, exercises: 80 },
  replayShare: 0.25,
  evidenceShare: 0,
  toolShare: 0,
  styleLines: false,
  talks: false,
};
