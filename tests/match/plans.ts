/** Sensible plans that a lab of careful players might follow, each with another aim, and the lab that follows none. */

import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { defaultChoices, type TeamChoices } from '../../shared/game/bot-choices.ts';

const RATERS = { trait: 'kind', votes: 240, noise: 0.1 } as const;
/** Near copies go. */
const CLEANING = { similarity: 0.8, quality: null, scrub: false };
const COMMON: TeamChoices = { ...defaultChoices(0), raters: RATERS };

/** Buys for every test, writes friendly cards, and keeps an aligned model only if it is better. */
const careful: TeamChoices = {
  ...COMMON,
  data: {
    purchases: {
      stories: 'half',
      encyclopedia: 'whole',
      questions: 'whole',
      exercises: 'whole',
      web: 'half',
      posts: 'half',
    },
    shares: { stories: 22, encyclopedia: 24, questions: 24, exercises: 16, web: 8, posts: 6 },
    vocabSize: 1024,
    cleaning: CLEANING,
    heldOutShare: DEFAULT_DATA_PLAN.heldOutShare,
  },
  'fine-tune': {
    style: 'friendly',
    cards: { facts: 500, recipes: 180, 'small-talk': 320, exercises: 200 },
    replayShare: 0.25,
    evidenceShare: 0,
    toolShare: 0,
    styleLines: false,
    talks: false,
  },
  align: { ...COMMON.align, verdict: 'judge' },
};

/** Reads for the four sealed tests of science, exercises above all, and keeps what it has read by much old text in short lessons. */
const exercises: TeamChoices = {
  ...COMMON,
  data: {
    ...careful.data,
    purchases: { ...careful.data.purchases, stories: 'whole', questions: 'half' },
    shares: { stories: 26, encyclopedia: 20, questions: 16, exercises: 24, web: 8, posts: 6 },
  },
  'fine-tune': {
    style: 'short',
    cards: { facts: 480, recipes: 160, 'small-talk': 200, exercises: 300 },
    replayShare: 0.5,
    evidenceShare: 0,
    toolShare: 0,
    styleLines: false,
    talks: false,
  },
  align: { ...COMMON.align, verdict: 'undo' },
};

/** Reads facts and questions above all, and answers shortly: there is little in a short answer that can be wrong. */
const facts: TeamChoices = {
  ...COMMON,
  data: {
    ...careful.data,
    shares: { stories: 12, encyclopedia: 34, questions: 30, exercises: 10, web: 8, posts: 6 },
  },
  'fine-tune': {
    style: 'short',
    cards: { facts: 600, recipes: 240, 'small-talk': 160, exercises: 200 },
    replayShare: 0.25,
    evidenceShare: 0,
    toolShare: 0,
    styleLines: false,
    talks: false,
  },
  align: { ...COMMON.align, verdict: 'undo' },
};

/** By name; `idle` leaves everything to the clock. */
export const PLANS = { careful, exercises, facts, idle: null } as const satisfies Record<
  string,
  TeamChoices | null
>;
export type PlanName = keyof typeof PLANS;
