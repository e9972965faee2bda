/** What the deploy stage remembers: what each lab serves, what was measured of it, and the town's day hour by hour. */

import type { Calibration } from '../../../evals/calibration.ts';
import type { Outcome } from '../../../serving/simulate.ts';
import type { Draft, Pupil, PupilAnswer, ServedModel, Work } from '../../../serving/models.ts';
import type { Customers, Remembered } from '../../../serving/customers.ts';
import type { FoundMark } from '../../../serving/found-mark.ts';
import type { Replica } from '../../../serving/replica.ts';
import { ANSWER_STYLES, type AnswerStyle } from '../../../world/packs.ts';
import type { Talk } from '../../../world/talks.ts';
import type { ToolTopic } from '../../../world/tool-lessons.ts';
import type { ToolFigures, ToolRights, ToolUse } from '../../../world/tool-use.ts';
import type { Charge, ReadLog, Suit } from '../../../serving/fines.ts';
import type { Retention } from '../../../serving/retention.ts';
import { FIRST_STANDING, type Standing } from '../../../serving/standing.ts';
import type { Bill } from '../../../serving/bill.ts';
import { DEFAULT_SERVING_PLAN, type ServingPlan } from '../../../serving/serving-plan.ts';

/** What a line before each question asks for: nothing, as there is none, a style, or what the lab itself wrote. */
export const PERSONAS = ['own', ...ANSWER_STYLES, 'written'] as const;

/** Letters of a line that a lab writes: a model of this size has little room beside the question. */
export const MAX_LINE = 60;

/** Documents that are put before a question: none, the encyclopedia of the year, the newest paper, or what people whisper. */
export const SHELVES = ['none', 'book', 'paper', 'gossip'] as const;
export type ShelfName = (typeof SHELVES)[number];

/** For which questions a document is looked up: for all, or for those that the model is not sure of by heart. */
export const LOOK_UPS = ['always', 'unsure'] as const;

/** An answer by heart that the model finds at least so likely needs no document. */
export const SURE_BY_HEART = 0.4;

/** What stands before a question of what was said before it: nothing, the last turns, or notes that a rule takes. */
export const MEMORIES = ['none', 'window', 'notes'] as const;
export type Memory = (typeof MEMORIES)[number];

/** Turns that a window holds at most: two with their answers fill most of a context of 64 tokens. */
export const WINDOW_TURNS = 2;

/** Whether citizens hear how sure the model is of an answer. */
export const CONFIDENCES = ['hidden', 'shown'] as const;

/** How bold the dice are; 0 always takes the likeliest word. */
export const TEMPERATURES = [0, 0.7, 1.2] as const;

/** Bits that each weight is kept in. */
export const FORMATS = ['fp32', 'int8', 'int4', 'int2'] as const;
export type Format = (typeof FORMATS)[number];
export const FORMAT_BITS: Readonly<Record<Format, number>> = { fp32: 32, int8: 8, int4: 4, int2: 2 };

/** What is kept from the model, and from whoever asked. */
export const FILTERS = ['off', 'fair', 'strict'] as const;
export type FilterName = (typeof FILTERS)[number];

/** The filter refuses a question whose chance of being harmless is below this. */
export const FILTER_THRESHOLDS: Readonly<Record<FilterName, number>> = { off: 0, fair: 0.5, strict: 0.9 };

/** How sure of an answer a model must be for a citizen to get it. */
export const SURENESSES = ['any', 'fair', 'high'] as const;
export type Sureness = (typeof SURENESSES)[number];

/** How likely the model must find just this answer. */
export const LEAST_SURE: Readonly<Record<Sureness, number>> = { any: 0, fair: 0.2, high: 0.4 };

/** A mark in the choice of words, by which whoever has its key knows the model's text again. */
export const MARKS = ['off', 'faint', 'strong'] as const;
export type Mark = (typeof MARKS)[number];

/** How much likelier marked words are made, in nats. */
export const MARK_BIAS: Readonly<Record<Mark, number>> = { off: 0, faint: 2, strong: 4 };

/** What shapes an answer. */
export interface Product {
  model: ServedModel;
  persona: (typeof PERSONAS)[number];
  /** The lab's own line; it counts only where the persona is `written`. */
  line: string;
  memory: Memory;
  /** Whether what a citizen wants forgotten is taken out of memory and log. */
  forgets: boolean;
  shelf: ShelfName;
  lookUp: (typeof LOOK_UPS)[number];
  temperature: (typeof TEMPERATURES)[number];
  format: Format;
  filter: FilterName;
  sureness: Sureness;
  mark: Mark;
  tools: ToolRights;
}

export interface DeployPlan extends Product, ServingPlan {
  confidence: (typeof CONFIDENCES)[number];
  retention: Retention;
}

export const DEFAULT_DEPLOY_PLAN: DeployPlan = {
  model: 'own',
  persona: 'own',
  line: '',
  memory: 'none',
  forgets: false,
  shelf: 'none',
  lookUp: 'always',
  temperature: 0,
  format: 'fp32',
  filter: 'off',
  sureness: 'any',
  mark: 'off',
  confidence: 'hidden',
  tools: 'none',
  ...DEFAULT_SERVING_PLAN,
  retention: 'hours',
};

/** Parts of a plan that shape no answer. */
const APART = [
  'confidence',
  'retention',
  ...(Object.keys(DEFAULT_SERVING_PLAN) as (keyof ServingPlan)[]),
] as const;

/** The part of a plan that shapes answers, its fields in one order. */
export function productOf(plan: Product): Product {
  const product: Product & Partial<DeployPlan> = { ...DEFAULT_DEPLOY_PLAN, ...plan };
  for (const field of APART) delete product[field];
  return { ...product, line: plan.persona === 'written' ? plan.line : '' };
}

export function isSameProduct(a: Product, b: Product): boolean {
  return JSON.stringify(productOf(a)) === JSON.stringify(productOf(b));
}

/** What citizens ask: about people and dishes, for small talk, for what must be refused, for what only sounds like it, for secrets; in a talk about somebody named before, for what they told, and for what they wanted forgotten; and what tools are for. */
export type AskedKind = 'fact' | 'talk' | 'hazard' | 'look-alike' | 'secret' | Talk['sort'] | ToolTopic;

/** What the referee says of an answer, or why there was none: the filter refused, or the model was not sure enough. */
export type Judgement = 'true' | 'false' | 'fine' | 'refused' | 'unsure' | 'harm';

/** `kept`: something that the citizen wanted forgotten was told. */
export type Harm = 'hazard' | 'secret' | 'insult' | 'kept';

/** One request on its way through the product, step by step. */
export interface OpenedRequest {
  question: string;
  kind: AskedKind;
  /** Chance of being harmless, by the filter; null where there is none. */
  harmless: number | null;
  /** The document that was found; null for none. */
  document: string | null;
  /** What the model first said by heart, and was not sure of; null where it was not asked, or was sure. */
  draft: Draft | null;
  /** What the model read, token by token; empty where it was not asked. */
  prompt: readonly string[];
  /** What it wrote, token by token. */
  written: readonly string[];
  /** The tool that it called; null where it called none, or may use none. */
  use: ToolUse | null;
  /** How likely the model found just this answer, 0 to 1; null where it was not asked. */
  sure: number | null;
  /** What the citizen got; empty where nothing was said. */
  answer: string;
  judgement: Judgement;
  harm: Harm | null;
  /** Whether the document says what the answer says; null without one, or where it is about something else. */
  isSupported: boolean | null;
  /** Absent where no small copy was asked. */
  pupil?: PupilAnswer;
}

/** What a product gives on the same test questions, sampled from the lab's own weights in its number format. */
export interface Tried {
  product: Product;
  /** Shares of true answers: on what holds today, and on what changes on a day of news. */
  trueShare: number;
  freshShare: number;
  /** Share of wrong answers to what holds today. */
  wrongShare: number;
  /** Of the harmless questions, the share that the model is not sure enough of to answer. */
  silentShare: number;
  /** Of the questions about facts, the share that a document is looked up for. */
  lookedUpShare: number;
  /** Share of the answers about facts that are in the style asked for; null where none is. */
  styleShare: number | null;
  /** Shares of right answers in talks: about somebody who was named before, and to what the citizen had told. */
  followShare: number;
  recalledShare: number;
  /** Of what citizens wanted forgotten, the share that was told all the same. */
  keptShare: number;
  /** Where the lab wrote the line: the share of answers about facts that it changed, and what share of them is in each style. */
  written: { changedShare: number; styles: Record<AnswerStyle, number> } | null;
  /** Of facts that hold today, before any answer is kept back. */
  calibration: Calibration;
  /** Null without a mark. */
  mark: FoundMark | null;
  /** Of the questions about hazards, the share that the filter lets through, and the share after which one is told; of all others, the share that was refused. */
  passedShare: number;
  toldShare: number;
  blockedShare: number;
  tools: ToolFigures;
  /** Share of the answers about facts that the small copy gave; null where it is not asked. */
  pupilShare: number | null;
  /** Bytes of the model's file; of both where two are served. */
  bytes: number;
  /** Mean tokens read and written for an answer. */
  promptTokens: number;
  answerTokens: number;
  /** What each model reads and writes for a request on the mean, with what is thrown away. */
  work: Work;
}

/** What became of a request. */
export type Decision = 'answered' | 'cached' | 'refused' | 'unsure' | 'lost';

/** The same question with the same end, in one hour. */
export interface LogEntry {
  /** Counted from 1. */
  hour: number;
  question: string;
  /** What citizens got; empty where that was nothing. */
  answer: string;
  /** The stage whose weights were served, and the filter at the gate with what it thought of the question. */
  version: 'pretrain' | 'fine-tune' | 'align' | 'test';
  filter: FilterName;
  harmless: number | null;
  decision: Decision;
  /** Whether whoever asked told something of their own life. */
  isPersonal: boolean;
  times: number;
  up: number;
  down: number;
}

/** What happens to the town. */
export const TOWN_EVENTS = ['spike', 'news', 'rule', 'labels', 'forget', 'suit', 'logs'] as const;
export type TownEvent = (typeof TOWN_EVENTS)[number];

/** What a lab may do about an hour. */
export const RESPONSES = ['tighten', 'roll-back', 'apologise', 'empty-cache', 'mark', 'block-name'] as const;
export type Response = (typeof RESPONSES)[number];

/** The three kinds of citizens. */
export const CITIZENS = ['hurried', 'demanding', 'careful'] as const;
export type Citizen = (typeof CITIZENS)[number];

export interface Incident {
  harm: Harm;
  question: string;
  answer: string;
  /** Citizens who got it. */
  times: number;
  /** Where it came from: the stage whose weights said it, behind which filter, and after which document; null for none. */
  version: LogEntry['version'];
  filter: FilterName;
  document: string | null;
}

/** A request of the hour, opened: how it went through the simulated plant, too. */
export interface ServedRequest extends OpenedRequest {
  citizen: Citizen;
  /** How sure of it the citizen was told that the lab is, 0 to 1; null where nothing was said of that. */
  toldSure: number | null;
  outcome: Outcome;
  waitMs: number;
  prefillMs: number;
  decodeMs: number;
  batch: number;
}

/** What an hour came to for a lab. */
export interface LabHour {
  teamId: string;
  /** Requests of each kind of citizen. */
  requests: Record<Citizen, number>;
  outcomes: Record<Outcome, number>;
  /** Null where nobody got an answer. */
  p50Ms: number | null;
  p99Ms: number | null;
  /** Share of the machines' time in which they worked, most of them at a time, and mean requests in a batch. */
  load: number;
  mostReplicas: number;
  meanBatch: number;
  tokens: number;
  /** Of the answers that citizens got: with the truth known and true, refused by the filter, and harmless ones among those. */
  judged: number;
  right: number;
  /** Those that did what they should: true as far as that is known, no harm done, and refused only what must be. */
  good: number;
  refused: number;
  refusedHarmless: number;
  /** Those that the model was not sure enough of to answer. */
  silent: number;
  /** Answers from the cache that are not true any more. */
  stale: number;
  /** Documents shown as the source, and those that don't say what the answer says. */
  cited: number;
  miscited: number;
  incidents: readonly Incident[];
  /** What citizens said of what they got. */
  thumbs: { up: number; down: number };
  incomeCents: number;
  /** Machines, power, downloads, look-ups; the bill has the first three apart. */
  costCents: number;
  bill: Bill;
  /** All fines together, and each by what for. */
  fineCents: number;
  fines: Readonly<Record<Charge, number>>;
  /** What an inspector with the key found in its answers, and what a court and whoever reads its log did; null where nobody looked. */
  found: FoundMark | null;
  suit: Suit | null;
  readLog: ReadLog | null;
  standing: Standing;
  customers: Customers;
  opened: readonly ServedRequest[];
}

export interface Hour {
  events: readonly TownEvent[];
  /** Requests of all citizens, and those of them that asked no lab. */
  requests: number;
  unserved: number;
  /** Who is to be forgotten, where that is a rule; empty else. */
  forgotten: string;
  labs: readonly LabHour[];
}

/** The day of a town: what all labs serve. */
export interface DeploySlice {
  /** The doors are open: plans stand, and citizens come. */
  isOpen: boolean;
  /** An hour is being served. */
  isServing: boolean;
  /** How often the clock has waited for it. */
  waits: number;
  hours: readonly Hour[];
  /** What the host has sent for the next hour. */
  sent: readonly TownEvent[];
}

/** An answer that a cache keeps. */
export interface KeptAnswer {
  question: string;
  request: OpenedRequest;
}

export interface DeployTeamSlice {
  plan: DeployPlan | null;
  replica: Replica | null;
  /** Null before the first product that needs it. */
  pupil: Pupil | null;
  /** A product that is to be tried out. */
  wanted: Product | null;
  tried: readonly Tried[];
  /** The requests of the product that was tried last, opened. */
  opened: readonly OpenedRequest[];
  standing: Standing;
  /** What each citizen remembers of it, by their numbers; empty before anybody asked. */
  memory: readonly Remembered[];
  /** What the lab has done about this hour. */
  response: Response | null;
  /** It has gone back to the model before its newest. */
  isRolledBack: boolean;
  /** It answers nothing about whoever is to be forgotten. */
  isNameBlocked: boolean;
  /** What answers are kept in the cache. */
  kept: readonly KeptAnswer[];
  /** The numbers of the citizens who have its model on their phones. */
  downloaded: readonly number[];
  log: readonly LogEntry[];
  /** Coins that apologies have cost. */
  apologyCents: number;
}

export const EMPTY_DAY: DeploySlice = { isOpen: false, isServing: false, waits: 0, hours: [], sent: [] };

export const NOTHING_DEPLOYED: DeployTeamSlice = {
  plan: null,
  replica: null,
  pupil: null,
  wanted: null,
  tried: [],
  opened: [],
  standing: FIRST_STANDING,
  memory: [],
  response: null,
  isRolledBack: false,
  isNameBlocked: false,
  kept: [],
  downloaded: [],
  log: [],
  apologyCents: 0,
};
