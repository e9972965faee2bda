/** A made-up day in town, and what a lab knows of its product, for tests of pages and pictures. */

import { SERVER_WORKER } from '../../shared/game/match.ts';
import { PUPIL_LESSONS } from '../../shared/serving/models.ts';
import {
  DEFAULT_DEPLOY_PLAN,
  type DeployPlan,
  type LabHour,
  type ServedRequest,
  type Tried,
} from '../../shared/game/stages/deploy/state.ts';
import type { DeployView, ShopView } from '../../shared/game/stages/deploy/view.ts';

const REQUEST: ServedRequest = {
  question: 'Who is the weaver of Drollow?',
  kind: 'fact',
  harmless: 0.94,
  document: 'The weaver of Drollow is Funka.',
  draft: { promptTokens: 8, written: ['The', ' weaver', ' of', ' Drollow', ' is', ' Nona', '.'], sure: 0.14 },
  prompt: ['<end>', '<ask>', 'The', ' weaver', ' of', ' Drollow', ' is', ' Funka', '.', ' Who', ' is', '?'],
  written: ['The', ' weaver', ' of', ' Drollow', ' is', ' Funka', '.'],
  use: null,
  sure: 0.61,
  answer: 'The weaver of Drollow is Funka.',
  judgement: 'true',
  harm: null,
  isSupported: true,
  citizen: 'careful',
  toldSure: 0.6,
  outcome: 'answered',
  waitMs: 1.234,
  prefillMs: 0.52,
  decodeMs: 1.11,
  batch: 6,
};

const CALLED: ServedRequest = {
  ...REQUEST,
  question: 'What is 17 plus 26?',
  kind: 'sum',
  document: null,
  draft: null,
  isSupported: null,
  prompt: ['<end>', '<ask>', 'What', ' is', ' 1', '7', ' plus', ' 2', '6', '?'],
  written: ['The', ' answer', ' is', ' call', ' sum', '.'],
  use: {
    tool: 'sum',
    person: '',
    result: '43',
    outcome: 'ran',
    thrown: [['The', ' answer', ' is', ' call', ' date', '.']],
  },
  answer: 'The answer is 43.',
};

const HARMFUL: ServedRequest = {
  ...REQUEST,
  question: 'How do I make shadow fire?',
  kind: 'hazard',
  document: null,
  draft: null,
  sure: 0.08,
  answer: 'It takes 3 nights, a spoon and a very bad idea.',
  judgement: 'harm',
  harm: 'hazard',
  isSupported: null,
  citizen: 'hurried',
};

function labHour(index: number): LabHour {
  return {
    teamId: `t${index}`,
    requests: { hurried: 160 - 9 * index, demanding: 141, careful: 118 },
    outcomes: { answered: 262, cached: 101, 'turned-away': 12, 'gave-up': 44 },
    p50Ms: 2.31,
    p99Ms: 9.87,
    load: 0.83,
    mostReplicas: 2,
    meanBatch: 4.2,
    tokens: 8400 - 300 * index,
    judged: 231,
    right: 140 - 12 * index,
    good: 190 - 14 * index,
    refused: 25,
    refusedHarmless: 9,
    silent: 12,
    stale: 17,
    cited: 118,
    miscited: 20,
    incidents: [
      {
        harm: 'hazard',
        question: HARMFUL.question,
        answer: HARMFUL.answer,
        times: 9,
        version: 'align',
        filter: 'fair',
        document: null,
      },
    ],
    thumbs: { up: 33, down: 21 },
    incomeCents: 338,
    costCents: 411,
    bill: { machines: 322, power: 62, downloads: 0, kilowattHours: 1.24 },
    fineCents: 150 + 25 * index,
    fines: { rule: 50, labels: 100, forget: 0, suit: 25 * index, logs: 31 },
    found: { pairs: 190, green: 101, score: 0.87 },
    suit: {
      isReader: true,
      pages: 40,
      recited: index,
      quote:
        index > 0
          ? {
              start: 'In Goosemonth it rained for three',
              said: 'days. The wind took the hat of Naba the teacher.',
            }
          : null,
    },
    readLog: { missing: 1, personal: 1 },
    standing: { trust: 0.46, quality: 0.58, lost: 0.13 },
    customers: { came: 104, left: 31 + 8 * index },
    opened: [HARMFUL, REQUEST, { ...REQUEST, question: 'Where does Ilda live?', outcome: 'cached' }],
  };
}

/** The lab that serves its weights in two bits. */
const BROKEN = 1;

/** The day after its third hour. */
export function fixtureDay(teamCount: number): DeployView {
  return {
    isOpen: true,
    isServing: false,
    hourCount: 4,
    hoursDone: 3,
    coming: ['spike'],
    rules: ['rule', 'labels'],
    hour: {
      events: ['news', 'suit'],
      requests: 1260,
      unserved: 214,
      forgotten: '',
      labs: Array.from({ length: teamCount }, (_, index) => labHour(index)),
    },
    labs: Array.from({ length: teamCount }, (_, index) => ({
      teamId: `t${index}`,
      plan: { ...DEFAULT_DEPLOY_PLAN, cache: true, ...(index === BROKEN && { format: 'int2' }) },
      response: null,
      bursts: [],
      requests: 1251,
      served: 1090,
      share: 0.31 - 0.03 * index,
      judged: 690,
      right: index === BROKEN ? 12 : 410 - 30 * index,
      good: 540 - 40 * index,
      incidents: 21,
      stale: 17,
      tokens: 25_200,
      incomeCents: 1014,
      customers: { came: 104, left: index === BROKEN ? 97 : 31 + index },
      fines: { rule: 150, labels: 100, forget: 0, suit: 25 * index, logs: 31 },
      trainingCents: 38_000,
      costCents: 1233,
      kilowattHours: 3.7,
      p50Ms: 2.31,
      p99Ms: 9.87,
      trust: 0.46,
    })),
  };
}

/** Before the doors open. */
export const FIXTURE_CLOSED: DeployView = {
  ...fixtureDay(0),
  isOpen: false,
  hoursDone: 0,
  coming: [],
  hour: null,
};

/** All that a lab can say: a line as long as there may be one, and how sure it is. */
export const FIXTURE_WRITTEN: DeployPlan = {
  ...DEFAULT_DEPLOY_PLAN,
  persona: 'written',
  line: 'Answer like a very polite lighthouse keeper with nine hens.',
  confidence: 'shown',
};

export function fixtureShop(): ShopView {
  const figures = {
    trueShare: 0.63,
    freshShare: 0.33,
    wrongShare: 0.37,
    silentShare: 0,
    lookedUpShare: 0,
    styleShare: null,
    followShare: 0.44,
    recalledShare: 0.25,
    keptShare: 0.13,
    written: { changedShare: 0.62, styles: { short: 0.02, full: 0.7, friendly: 0.01 } },
    passedShare: 0.9,
    toldShare: 0.11,
    blockedShare: 0,
    tools: { rightShare: 0.94, ownShare: 0.67, malformedShare: 0.09, misuseShare: 0.22 },
    calibration: {
      bins: [
        { count: 24, says: 0.13, right: 0.33 },
        { count: 22, says: 0.28, right: 0.55 },
        { count: 15, says: 0.48, right: 0.87 },
        { count: 17, says: 0.69, right: 1 },
        { count: 0, says: 0, right: 0 },
      ],
      error: 0.28,
    },
    mark: null,
  };
  const tried: Tried = {
    product: DEFAULT_DEPLOY_PLAN,
    ...figures,
    pupilShare: null,
    bytes: 1_010_000,
    promptTokens: 12.5,
    answerTokens: 9.3,
    work: { own: { promptTokens: 12.5, answerTokens: 9.3 }, pupil: { promptTokens: 0, answerTokens: 0 } },
  };
  return {
    older: 'fine-tune',
    responses: ['tighten', 'roll-back', 'apologise', 'empty-cache', 'mark'],
    log: [
      {
        hour: 3,
        question: HARMFUL.question,
        answer: HARMFUL.answer,
        version: 'align',
        filter: 'fair',
        harmless: 0.61,
        isPersonal: false,
        decision: 'answered',
        times: 9,
        up: 0,
        down: 2,
      },
    ],
    plan: null,
    wanted: null,
    pupil: {
      lessonsDone: PUPIL_LESSONS,
      rowsTotal: 9300,
      tokensTotal: 71_000,
      loss: 0.41,
      turn: null,
      taughtBy: ['p0', 'p0', SERVER_WORKER, 'p0'],
      unableIds: [],
      replica: {
        speed: { prefill: { stepMs: 0.01, tokenMs: 0.001 }, decode: { stepMs: 0.015, tokenMs: 0.002 } },
        requestBytes: 16_384,
        benchmarkTokensPerSecond: 21_000,
        alonePerSecond: 41_000,
        batchedPerSecond: 240_000,
        bursts: [],
      },
    },
    tried: [
      { ...tried, product: FIXTURE_WRITTEN, promptTokens: 21.5, answerTokens: 8.3 },
      {
        ...tried,
        product: { ...DEFAULT_DEPLOY_PLAN, model: 'pupil' },
        trueShare: 0.52,
        pupilShare: 1,
        bytes: 420_000,
        work: { own: { promptTokens: 0, answerTokens: 0 }, pupil: { promptTokens: 12.5, answerTokens: 9.3 } },
      },
      {
        ...tried,
        product: { ...DEFAULT_DEPLOY_PLAN, model: 'router' },
        trueShare: 0.62,
        pupilShare: 0.7,
        bytes: 1_430_000,
        work: {
          own: { promptTokens: 3.9, answerTokens: 2.8 },
          pupil: { promptTokens: 12.5, answerTokens: 9.3 },
        },
      },
      { ...tried, product: { ...DEFAULT_DEPLOY_PLAN, format: 'int8' }, bytes: 270_000 },
      tried,
    ],
    opened: [REQUEST, CALLED, HARMFUL],
    replica: {
      speed: { prefill: { stepMs: 0.02, tokenMs: 0.003 }, decode: { stepMs: 0.03, tokenMs: 0.006 } },
      requestBytes: 65_536,
      benchmarkTokensPerSecond: 21_000,
      alonePerSecond: 18_520,
      batchedPerSecond: 102_000,
      bursts: [0.4, 0.8, 1.2].map((load) => ({ load, forecastMs: 1.2 + load, measuredMs: 1.3 + load })),
    },
  };
}

/** What a lab knows while somebody's device teaches its small copy. */
export function fixtureTeaching(): { deploy: ShopView } {
  const shop = fixtureShop();
  const turn = { playerId: 'p1', deadlineMs: 0, isBrought: false };
  return { deploy: { ...shop, pupil: shop.pupil && { ...shop.pupil, lessonsDone: 2, replica: null, turn } } };
}
