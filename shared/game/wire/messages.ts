/** Every message of the room's socket, with its validator. */

import { z } from 'zod';
import { ANCHORS, BETAS, CHOICES, POOLS } from '../stages/align/preferences.ts';
import { ARENA_CHOICES, SIDES } from '../stages/arena/votes.ts';
import { NO_CLEANING, SIMILARITY_RANGE } from '../stages/data/cleaning.ts';
import { VERDICTS } from '../stages/data/labels.ts';
import type { TeamPlan } from '../match.ts';
import { MADE_ID, MOVE_ID, RANDOM_ID, TEAM_ID, TOKEN } from '../ids.ts';
import { MAX_EXTENSION_SECONDS, MAX_TOKENS_PER_SECOND, type HostMove, type PlayerMove } from '../moves.ts';
import { DEFAULT_DATA_PLAN, PORTIONS, VOCAB_SIZES } from '../stages/data/plan.ts';
import { MAX_PACK_CARDS, REPLAY_SHARES } from '../stages/fine-tune/plan.ts';
import type { GameError } from '../result.ts';
import { PROBE_SHARES } from '../stages/scale/probes.ts';
import { CONTEXT_LENGTHS, LEARNING_RATES, MODEL_SIZES, RATE_FACTORS } from '../stages/scale/plan.ts';
import { CORPUS_KINDS } from '../../world/document.ts';
import { ANSWER_STYLES } from '../../world/packs.ts';

/** The room's one request name: player and host send it, the reply is a MoveReply. */
export const MOVE_REQUEST = 'move';
/** Sent by the server to one client before it lets go of it for good, with a GameError. */
export const GOODBYE_MESSAGE = 'goodbye';
/** Clock synchronisation request: replies { serverNowMs }. */
export const CLOCK_REQUEST = 'clock';

/** Ids index records, so each kind has a shape that no other word has. */
/** Longest description of what a device trains with. */
const MAX_BACKEND_LENGTH = 60;
/** No control characters, and no halves of a character, which would garble the synchronised state for everybody. */
const PLAIN_TEXT = /^[\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]*$/;

/** A device's own words on what it trains with, as they may be sent. */
export function plainBackend(words: string): string {
  return Array.from(words, (sign) => (PLAIN_TEXT.test(sign) ? sign : ''))
    .join('')
    .slice(0, MAX_BACKEND_LENGTH);
}
const playerId = z.string().regex(RANDOM_ID);
const pairId = z.string().regex(RANDOM_ID);
const teamId = z.string().regex(TEAM_ID);
const proposalId = z.string().regex(MADE_ID);
const moveId = z.string().regex(MOVE_ID);
/** The rules say what is wrong with a number; here it only has to be one. */
const anyNumber = z.number().min(-1e6).max(1e6);
/** Whatever version a client speaks, so that it can be told that it is the wrong one. */
export const protocolVersion = z.number().int().min(0).max(1e6);

const kind = z.enum(CORPUS_KINDS);
const cards = z.number().int().min(0).max(MAX_PACK_CARDS);
const share = z.number().min(0).max(1000);

const cleaning = z.strictObject({
  similarity: z.number().min(SIMILARITY_RANGE[0]).max(SIMILARITY_RANGE[1]).nullable(),
  quality: z.number().min(0).max(1).nullable(),
  scrub: z.boolean(),
});

const dataPlan = z.strictObject({
  purchases: z.partialRecord(kind, z.enum(PORTIONS)),
  shares: z.partialRecord(kind, share),
  vocabSize: z.literal([...VOCAB_SIZES]),
  cleaning: cleaning.default(NO_CLEANING),
  /* The rules say which shares there are, and why none is not among them. */
  heldOutShare: z.number().min(0).max(1).default(DEFAULT_DATA_PLAN.heldOutShare),
});

const shape = { size: z.enum(MODEL_SIZES), contextLength: z.literal([...CONTEXT_LENGTHS]) };

const scalePlan = z.strictObject({
  ...shape,
  learningRate: z.enum(LEARNING_RATES).optional(),
  bet: anyNumber.optional(),
});

const probePlan = z.strictObject({ ...shape, share: z.literal([...PROBE_SHARES]) });

const pretrainPlan = z.union([
  z.strictObject({ stopEarly: z.literal(true) }),
  z.strictObject({ rollBackTo: z.number().int().min(0).max(1e9) }),
  z.strictObject({ rateFactor: z.literal([...RATE_FACTORS]) }),
]);

const fineTunePlan = z.strictObject({
  style: z.enum(ANSWER_STYLES),
  cards: z.strictObject({ facts: cards, recipes: cards, 'small-talk': cards, exercises: cards }),
  replayShare: z.literal([...REPLAY_SHARES]),
});

const alignPlan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('train'),
    beta: z.literal([...BETAS]),
    anchor: z.literal([...ANCHORS]),
    pool: z.enum(POOLS),
  }),
  z.strictObject({ kind: z.literal('keep') }),
  z.strictObject({ kind: z.literal('undo') }),
]);

export const teamPlan: z.ZodType<TeamPlan> = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('data'), plan: dataPlan }),
  z.strictObject({ stage: z.literal('scale'), plan: scalePlan }),
  z.strictObject({ stage: z.literal('pretrain'), plan: pretrainPlan }),
  z.strictObject({ stage: z.literal('fine-tune'), plan: fineTunePlan }),
  z.strictObject({ stage: z.literal('align'), plan: alignPlan }),
]);

/** Names are checked by the rules, which answer in plain words; here only their size is bounded. */
const name = z.string().max(200);

export const playerMove: z.ZodType<PlayerMove> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('lobby/probe'),
    tokensPerSecond: z.number().min(0).max(MAX_TOKENS_PER_SECOND),
    backend: z.string().max(MAX_BACKEND_LENGTH).regex(PLAIN_TEXT),
  }),
  z.strictObject({ type: z.literal('lobby/rename'), name }),
  z.strictObject({ type: z.literal('lobby/switch-team'), teamId }),
  z.strictObject({ type: z.literal('data/own-text'), adds: z.boolean() }),
  z.strictObject({
    type: z.literal('data/label'),
    kind,
    number: z.number().int().min(1).max(1e6),
    verdict: z.enum(VERDICTS),
  }),
  z.strictObject({ type: z.literal('auction/bid'), coins: anyNumber.nullable() }),
  z.strictObject({ type: z.literal('scale/probe'), plan: probePlan }),
  z.strictObject({ type: z.literal('plan/propose'), proposed: teamPlan }),
  z.strictObject({ type: z.literal('plan/agree'), proposalId }),
  z.strictObject({ type: z.literal('align/rate'), pairId, choice: z.enum(CHOICES) }),
  z.strictObject({ type: z.literal('arena/vote'), pairId, choice: z.enum(ARENA_CHOICES) }),
]);

export const hostMove: z.ZodType<HostMove> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('host/start') }),
  z.strictObject({ type: z.literal('host/pause') }),
  z.strictObject({ type: z.literal('host/resume') }),
  z.strictObject({
    type: z.literal('host/extend'),
    seconds: z.number().int().min(1).max(MAX_EXTENSION_SECONDS),
  }),
  z.strictObject({ type: z.literal('host/skip') }),
  z.strictObject({ type: z.literal('host/lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('host/rename'), playerId, name }),
  z.strictObject({ type: z.literal('host/seat'), playerId, teamId }),
  z.strictObject({ type: z.literal('host/remove'), playerId }),
  z.strictObject({
    type: z.literal('host/spotlight'),
    answer: z.strictObject({ pairId, side: z.enum(SIDES) }).nullable(),
  }),
]);

/** The body of a MOVE_REQUEST. */
export const moveRequest = z.strictObject({
  version: protocolVersion,
  /** Made by the client, unguessable, the same on a retry. */
  id: moveId,
  move: z.union([playerMove, hostMove]),
});
export type MoveRequest = z.infer<typeof moveRequest>;

export type MoveReply = { ok: true } | { ok: false; error: GameError };

/** Options of joinById: the token of a seat or of the host. */
export const joinOptions = z.strictObject({ version: protocolVersion, token: z.string().regex(TOKEN) });
export type JoinOptions = z.infer<typeof joinOptions>;
