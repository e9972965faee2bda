/** What bots choose for their labs, and how they rate. */

import { ATTACK_GOALS } from '../evals/attacks.ts';
import type { GateHabit } from './bot-gate.ts';
import type { AlignTraining } from './stages/align/state.ts';
import { SFT_WEIGHTS, DEFAULT_ALIGN_TRAINING } from './stages/align/state.ts';
import { NO_CLEANING } from './stages/data/cleaning.ts';
import { DEFAULT_DATA_PLAN, type DataPlan } from './stages/data/plan.ts';
import { DEFAULT_DEPLOY_PLAN, type DeployPlan, type Product } from './stages/deploy/state.ts';
import { DEFAULT_FINE_TUNE_PLAN, REPLAY_SHARES, type FineTunePlan } from './stages/fine-tune/plan.ts';
import { DEFAULT_SCALE_PLAN, type ScalePlan } from './stages/scale/plan.ts';
import { DEFAULT_GALLERY_PLAN, type GalleryPlan } from './images/gallery.ts';
import { DEFAULT_PICTURES_PLAN, type PicturesPlan } from './images/market.ts';
import { DEFAULT_PAINT_PLAN, type PaintPlan } from './images/painter.ts';
import { CONTEXT_LENGTHS } from './training/model.ts';
import type { Random } from '../random.ts';
import { ANSWER_STYLES } from '../world/packs.ts';
import type { Trait } from '../world/traits.ts';

/** How the bots of all teams rate pairs. */
export interface Raters {
  /** They rate pairs that ask for this, and leave the others. */
  trait: Trait;
  /** Votes of all bots together, as far as there are pairs. */
  votes: number;
  /** Share of votes that go the wrong way. */
  noise: number;
}

export interface TeamChoices {
  data: DataPlan;
  scale: ScalePlan;
  'fine-tune': FineTunePlan;
  /** How to align, and what to do with the result; `judge` keeps it only when it is better. */
  align: AlignTraining & { verdict: 'keep' | 'undo' | 'judge' };
  /** What passes its gate. */
  gate: GateHabit;
  deploy: DeployPlan;
  /** Products that it tries out before it decides what to serve. */
  tries: readonly Product[];
  pictures: PicturesPlan;
  paint: PaintPlan;
  gallery: GalleryPlan;
  /** Attacks on the next lab in the duel, the kinds in turn; and as many again on a hardened model. */
  probes: number;
  /** Whether it trains against attacks that worked, before it decides what passes. */
  harden: boolean;
  /** Coins for the lot of the auction; null passes. */
  bid: number | null;
  raters: Raters;
}

/** Nearly a third of everything that this team's model reads is exercises. */
const SKILL_HEAVY: DataPlan = {
  purchases: {
    stories: 'half',
    encyclopedia: 'half',
    questions: 'whole',
    exercises: 'whole',
    web: 'half',
    posts: 'half',
  },
  shares: { stories: 16, encyclopedia: 20, questions: 20, exercises: 30, web: 8, posts: 6 },
  vocabSize: 512,
  cleaning: NO_CLEANING,
  heldOutShare: DEFAULT_DATA_PLAN.heldOutShare,
};

/** Half of everything is stories, and hardly anything exercises. */
const STORY_HEAVY: DataPlan = {
  purchases: {
    stories: 'whole',
    encyclopedia: 'half',
    questions: 'whole',
    exercises: 'half',
    web: 'half',
    posts: 'half',
  },
  shares: { stories: 50, encyclopedia: 17, questions: 17, exercises: 4, web: 7, posts: 5 },
  vocabSize: 512,
  cleaning: NO_CLEANING,
  heldOutShare: DEFAULT_DATA_PLAN.heldOutShare,
};

/** Between the two: something of everything, and a tenth exercises. */
const BALANCED: DataPlan = {
  ...DEFAULT_DATA_PLAN,
  purchases: { ...STORY_HEAVY.purchases, questions: 'half', exercises: 'whole' },
  shares: { stories: 32, encyclopedia: 22, questions: 22, exercises: 10, web: 8, posts: 6 },
  vocabSize: 512,
};

const MIXTURES = [SKILL_HEAVY, STORY_HEAVY, BALANCED] as const;

/** Three ways to serve: as it is, safe and dear, cheap with a cache. */
const PRODUCTS: readonly DeployPlan[] = [
  DEFAULT_DEPLOY_PLAN,
  {
    ...DEFAULT_DEPLOY_PLAN,
    format: 'int8',
    filter: 'fair',
    sureness: 'fair',
    replicas: 'two',
    ownership: 'bought',
    batch: 4,
    priceCents: 3,
  },
  { ...DEFAULT_DEPLOY_PLAN, format: 'int8', cache: true, replicas: 'auto' },
];

/** Three ways to buy pictures: all that is cheap as it is, clean ones, and cheap ones cleaned. */
const PICTURES: readonly PicturesPlan[] = [
  { sources: ['web', 'stock', 'fans'], cleaning: [] },
  { sources: ['town', 'farm'], cleaning: [] },
  {
    sources: ['web', 'stock', 'fans'],
    cleaning: ['copies', 'captions', 'marks', 'manner', 'faces', 'balance'],
  },
];

const RATERS: Raters = { trait: 'kind', votes: 150, noise: 0.1 };

/** What each team does unless told otherwise: first the contrast of skill and stories, then the middle, and so on in turn. */
export function defaultChoices(teamIndex: number): TeamChoices {
  return {
    data: MIXTURES[teamIndex % MIXTURES.length] ?? BALANCED,
    /* Where there is a second year, every other lab begins it anew, and the rest go on from their models. */
    scale: teamIndex % 2 === 0 ? DEFAULT_SCALE_PLAN : { ...DEFAULT_SCALE_PLAN, start: 'scratch' },
    'fine-tune': DEFAULT_FINE_TUNE_PLAN,
    align: { ...DEFAULT_ALIGN_TRAINING, verdict: 'keep' },
    gate: 'ship',
    deploy: PRODUCTS[teamIndex % PRODUCTS.length] ?? DEFAULT_DEPLOY_PLAN,
    tries: [],
    pictures: PICTURES[teamIndex % PICTURES.length] ?? DEFAULT_PICTURES_PLAN,
    paint: DEFAULT_PAINT_PLAN,
    gallery: DEFAULT_GALLERY_PLAN,
    probes: ATTACK_GOALS.length,
    harden: false,
    bid: null,
    raters: RATERS,
  };
}

/** Sizes among which nobody goes far wrong, whatever the budget. */
const SOUND_SIZES = ['tiny', 'small', 'medium'] as const;
/** Less, and a model forgets what it has read. */
const SOUND_REPLAY_SHARES = REPLAY_SHARES.filter((share) => share >= 0.25);
/** Weights of plain SFT with which a model stays in form. */
const SOUND_SFT_WEIGHTS = SFT_WEIGHTS.filter((sftWeight) => sftWeight > 0);

/**
 * What some rival labs do: a mixture of its own each, and the rest by chance, all within what is sound. So their models differ,
 * and whoever plays against them can see by what.
 */
export function rivalChoices(count: number, random: Random): TeamChoices[] {
  const mixtures = random.shuffle([...MIXTURES]);
  return Array.from({ length: count }, (_, index) => ({
    ...defaultChoices(index),
    data: mixtures[index % mixtures.length] ?? BALANCED,
    scale: { size: random.pick(SOUND_SIZES), contextLength: random.pick(CONTEXT_LENGTHS) },
    'fine-tune': {
      ...DEFAULT_FINE_TUNE_PLAN,
      style: random.pick(ANSWER_STYLES),
      replayShare: random.pick(SOUND_REPLAY_SHARES),
    },
    align: {
      ...DEFAULT_ALIGN_TRAINING,
      sftWeight: random.pick(SOUND_SFT_WEIGHTS),
      verdict: 'keep',
    },
  }));
}
