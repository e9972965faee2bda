/** A made-up match for tests and for looking at screens without a server. */

import { imageOwnViews, imageTeamViews, imageViews, isOfImages } from './image-fixture.ts';
import { fixtureDay, fixtureShop } from './deploy-fixture.ts';
import { fixtureDuel, fixtureTest } from './fixture-evals.ts';
import { DATA_BUDGET_COINS } from '../../shared/game/stages/data/coins.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { ALIGNMENT, FITS, PREFERENCE } from './align-fixture.ts';
import { NO_ALIGNMENT } from '../../shared/game/stages/align/state.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { EMPTY_BASKET } from '../../shared/game/stages/data/basket-changes.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import type { Probe } from '../../shared/game/stages/scale/state.ts';
import type { CurvePoint, ModelScores, Prepared, TeamResults, TeamText } from '../../shared/game/match.ts';
import { DEFAULT_SCALE_PLAN } from '../../shared/game/stages/scale/plan.ts';
import { TEAM_NAMES } from '../../shared/game/create.ts';
import { createSettings } from '../../shared/game/presets.ts';
import type { MatchView, RunView, TeamView } from '../../shared/game/sync/view.ts';
import type { Rating } from '../../shared/evals/bradley-terry.ts';
import { CRITERIA } from '../../shared/game/stages/arena/state.ts';
import type { ArenaView } from '../../shared/game/stages/arena/view.ts';
import { SCORED_KINDS, type ScoredKind } from '../../shared/world/document.ts';

const NAMES = TEAM_NAMES.slice(0, 8);
const PLAYER_NAMES = ['Ada', 'Mei', 'Kofi', 'Tomasz'];
const TEXTS = [
  'e tq wo .a tte hhe g mi goo lt . rrw the',
  'the the . mill the of the tea the and the .',
  'Wade the tea was mill . tea tea tea .',
  'Wade bought tea at the mill . the goat was the tea .',
];

function curve(offset: number): CurvePoint[] {
  return Array.from({ length: 9 }, (_, i) => ({
    tokens: i * 60_000,
    trainLoss: i === 0 ? null : 2.1 * 0.8 ** i + 0.9 + offset,
    bitsPerByte: i === 8 ? null : 2.6 * 0.72 ** i + 1.1 + offset,
  }));
}

function run(offset: number, finished: boolean): RunView {
  return {
    status: finished ? 'finished' : 'running',
    stoppedEarly: false,
    stoppedAtMs: null,
    tokensTotal: 900_000,
    tokensUsed: finished ? 900_000 : 480_000,
    roundsDone: 8,
    version: 8,
    firstVersion: 0,
    rollbacks: 0,
    rateFactor: 1,
    hardest: { kind: 'exercises', share: 0.3 },
    checkpoints: [2, 4, 6].map((i) => ({
      version: i,
      tokens: i * 60_000,
      bitsPerByte: 2.6 * 0.72 ** i + 1.1 + offset,
      ownBitsPerByte: 2.6 * 0.72 ** i + 1 + offset,
    })),
    round: finished
      ? null
      : {
          number: 9,
          openedAtMs: 0,
          plannedSeconds: 3,
          shards: [
            { playerId: 'p0', tokens: 45_000, isDone: false },
            { playerId: 'p3', tokens: 15_000, isDone: true },
          ],
        },
    workers: [
      { playerId: 'p0', tokens: 360_000, updates: 8, strikes: 0 },
      { playerId: 'p3', tokens: 120_000, updates: 6, strikes: 0 },
    ],
    curve: curve(offset),
    filmstrip: TEXTS.map((text, i) => ({
      tokens: i * 120_000,
      samples: [{ prompt: 'In the morning', text }],
    })),
  };
}

const perKind = (base: number): Record<ScoredKind, number> =>
  Object.fromEntries(SCORED_KINDS.map((kind, i) => [kind, base + i * 0.13])) as Record<ScoredKind, number>;

const scores = (base: number): ModelScores => ({
  bitsPerByte: base,
  perKind: perKind(base),
  evals: { exercises: 0.4, facts: 0.3, form: 0.8, sentences: 0.7 },
});

const ANSWERS: TeamResults['answers'] = [
  {
    question: 'Where does Ada live?',
    base: 'the goat . where does',
    tuned: 'Ada lives in Plim.',
    inForm: true,
    fault: null,
    isTrue: true,
  },
  {
    question: 'What is in the stew?',
    base: 'stew stew is the',
    tuned: 'Turnip and tea.',
    inForm: true,
    fault: null,
    isTrue: false,
  },
];

function arena(teamCount: number): ArenaView {
  const rating = (id: string, value: number): Rating => ({
    id,
    value,
    low: value - 11,
    high: value + 11,
    votes: 15,
  });
  return {
    sampled: true,
    pairs: 48,
    votes: 31,
    wanted: 48,
    voters: 4,
    done: 2,
    revealed: true,
    ratings: [
      rating('house', 41),
      ...Array.from({ length: teamCount }, (_, index) => rating(`t${index}`, 62 - index * 8)),
    ],
    benches: {
      rivals: { votes: 31, weight: 0.9 },
      audience: { votes: 4, weight: 1 },
      referee: { votes: 24, weight: 1 },
    },
    criteria: CRITERIA.map((criterion) => ({
      criterion,
      contestants: [
        { id: 'house', wins: 41, votes: 15 },
        ...Array.from({ length: teamCount }, (_, index) => ({
          id: `t${index}`,
          wins: 62 - index * 8,
          votes: 15,
        })),
      ],
    })),
    spotlight: null,
  };
}

const TEXT: TeamText = { datasets: SCORED_KINDS.map((kind) => ({ kind, tokens: 90_000 })) };

/** Probes of a lab: four measured ones and one under way. */
function probesOf(index: number): Probe[] {
  return ([1 / 128, 1 / 64, 1 / 32, 1 / 16, 1 / 64] as const).map((share, i) => ({
    id: `probe-${index}-${i}`,
    playerId: `p${index}`,
    size: i === 4 ? 'medium' : i % 2 ? 'small' : 'tiny',
    contextLength: 64,
    share,
    status: i === 4 ? 'training' : 'measured',
    deadlineMs: null,
    tokens: 40_000 * 2 ** i,
    flops: 1.1e12 * share,
    bitsPerByte: i === 4 ? null : 1.1 + index * 0.1 + 1.4 * (share * 128) ** -0.4,
  }));
}

function prepared(): Prepared {
  return {
    parameters: 109_000,
    trainTokens: 900_000,
    datasets: SCORED_KINDS.map((kind) => ({ kind, tokens: 90_000, drawnTokens: 150_000, epochs: 1.7 })),
    cleaning: {
      datasets: SCORED_KINDS.map((kind) => ({
        kind,
        documents: 900,
        bytes: 200_000,
        tossed: 40,
        copies: 90,
        masked: 12,
        bytesLeft: 170_000,
      })),
      secrets: { told: 40, left: 6, examples: ['under the third hen'] },
      leaks: { documents: 940, exact: 0, near: 3 },
    },
    heldOutDocuments: 110,
    untrainedBitsPerByte: 3.7,
    trigramBitsPerByte: 1.62,
    untrainedSamples: [{ prompt: 'In the morning', text: TEXTS[0] }],
  };
}

/** Stages in which models have been tuned. */
const TUNED: readonly Stage[] = ['align', 'test', 'deploy', 'arena', 'debrief'];

function team(index: number, stage: Stage): TeamView {
  const late = TUNED.includes(stage) || stage === 'fine-tune';
  const tuned = TUNED.includes(stage);
  const plans = {
    data: DEFAULT_DATA_PLAN,
    scale: DEFAULT_SCALE_PLAN,
    'fine-tune': tuned ? DEFAULT_FINE_TUNE_PLAN : null,
    align: stage === 'debrief' ? ({ kind: 'keep' } as const) : null,
  };
  const trains = stage === 'pretrain' || late;
  const total = 61 - index * 5;
  return {
    id: `t${index}`,
    name: NAMES[index],
    look: (index * 5 + 7) % 8,
    committed:
      stage === 'paint'
        ? ['pictures', 'paint']
        : trains
          ? ['data', 'scale']
          : stage === 'scale'
            ? ['data']
            : [],
    defaulted: [],
    past: [],
    views: stage === 'test' ? { test: fixtureTest(index) } : imageTeamViews(stage, index),
    probes: stage === 'scale' ? probesOf(index) : [],
    parameters: trains ? 109_000 : 0,
    ready: trains,
    runs: {
      pretrain: trains ? run(index * 0.07, late) : null,
      'fine-tune': tuned ? run(0.1, true) : null,
      align: tuned ? run(0.12, true) : null,
      test: null,
    },
    inFormShare: tuned ? 0.84 : null,
    debrief:
      stage === 'debrief'
        ? {
            plans,
            prepared: prepared(),
            alignment: ALIGNMENT,
            results: {
              pretrained: scores(1.3),
              tuned: scores(1.34 + index * 0.1),
              aligned: scores(1.36 + index * 0.1),
              preference: { tuned: PREFERENCE.before, aligned: PREFERENCE.after, klNats: 1.2, rise: null },
              answers: ANSWERS,
              yardstick: { bitsPerByte: 2.1, perKind: perKind(1.8) },
              samples: {
                untrained: [{ prompt: 'In the morning', text: TEXTS[0] }],
                pretrained: [{ prompt: 'In the morning', text: TEXTS[3] }],
                tuned: [{ prompt: 'In the morning', text: TEXTS[3] }],
                aligned: [{ prompt: 'In the morning', text: TEXTS[3] }],
              },
            },
            score: {
              use: 62 - index * 8,
              trust: 55,
              science: 45 + index * 2,
              truth: 28,
              form: 82,
              language: 34,
              stories: 70,
              exercises: 40 + index * 7,
              facts: 30,
              town: { arena: 62 - index * 8, served: 54 - index * 6, paid: 82, believed: 46 },
              total,
            },
          }
        : null,
    own:
      index === 0
        ? {
            proposals: [],
            drafts: [],
            basket: EMPTY_BASKET,
            takenUnsaid: [],
            plans: {
              data: stage === 'lobby' || stage === 'data' ? null : plans.data,
              scale: trains ? plans.scale : null,
              'fine-tune': plans['fine-tune'],
              align: plans.align,
            },
            labels: {},
            ownHeldOut: trains ? { tokens: 480_000, own: 1.21, common: 1.34 } : null,
            bid: null,
            views: stage === 'deploy' ? { deploy: fixtureShop() } : imageOwnViews(stage),
            cardsLeftOut: 0,
            coins: DATA_BUDGET_COINS,
            ancestor: null,
            text: late || trains || stage === 'scale' ? TEXT : null,
            hints: stage === 'pretrain' ? [{ kind: 'stall', share: 0.001, tokens: 180_000 }] : [],
            prepared: trains ? prepared() : null,
            tuning: tuned ? { inFormShare: 0.84, baseInFormShare: 0.06, answers: ANSWERS } : null,
            alignment: tuned ? ALIGNMENT : NO_ALIGNMENT,
            answers: [],
            reports: [],
            ownVotes: tuned ? 60 : 0,
            removed: [],
            cast:
              stage === 'align'
                ? { given: 41, wanted: null, leftIds: [] }
                : stage === 'arena'
                  ? { given: 9, wanted: 16, leftIds: ['p0'] }
                  : null,
          }
        : null,
  };
}

/** So many labs in the given stage, two players in the first and one in each other, seen by player `p0` of the first. */
export function fixtureMatch(stage: Stage, teamCount = 3): MatchView {
  return {
    code: 'GOAT47',
    stage,
    stageEndsAtMs: null,
    workSinceMs: 0,
    ready: null,
    pausedAtMs: null,
    broughtBack: null,
    locked: false,
    untimed: false,
    isHostMissed: false,
    mayRepeat: true,
    repeats: 0,
    hushed: [],
    reported: [],
    screens: [],
    volume: 5,
    survey: { before: 2, after: stage === 'debrief' ? 2 : 0, changes: 4 },
    generation: 1,
    joinOrigins: [],
    budgetFlops: stage === 'lobby' ? null : 1.1e12,
    views: {
      ...imageViews(stage),
      ...(stage === 'align' ? { align: { pairs: 180, votes: 96, fits: FITS } } : {}),
      ...(stage === 'deploy' || stage === 'debrief' ? { deploy: fixtureDay(teamCount) } : {}),
      ...(stage === 'test' && { test: fixtureDuel(Array.from({ length: teamCount }, (_, i) => `t${i}`)) }),
    },
    pairs: stage === 'align' ? 180 : 0,
    votes: stage === 'align' ? 96 : 0,
    auction:
      stage === 'lobby'
        ? null
        : { kind: 'questions', closesAtMs: null, outcome: null, spoken: 1, teams: teamCount },
    arena: stage === 'arena' || stage === 'debrief' ? arena(teamCount) : null,
    settings: createSettings(isOfImages(stage) ? 'images' : 'workshop'),
    audience: 0,
    shownAnswer: null,
    players: Array.from({ length: teamCount + 1 }, (_, i) => ({
      id: `p${i}`,
      name: PLAYER_NAMES[i % PLAYER_NAMES.length],
      teamId: `t${i % teamCount}`,
      connected: true,
      addsOwnText: i === 3,
      sign: 'here' as const,
      sinceMs: 0,
      device: { tokensPerSecond: 34_000 - i * 3000, backend: 'wasm (relaxed SIMD)' },
    })),
    teams: Array.from({ length: teamCount }, (_, index) => team(index, stage)),
  };
}
