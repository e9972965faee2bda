/** Every HTTP route and body, with its validator. Errors are always `{ error: GameError }` with the REFUSAL_HEADER. */

import { z } from 'zod';
import type { Choice, PairCard } from '../stages/align/preferences.ts';
import type { ArenaCard, ArenaChoice, Side } from '../stages/arena/votes.ts';
import { MADE_ID } from '../ids.ts';
import type { TrainingStage } from '../match.ts';
import type { GameError } from '../result.ts';
import { PRESETS, TEAM_COUNT_RANGE } from '../settings.ts';
import { CORPUS_KINDS } from '../../world/document.ts';
import { protocolVersion } from './messages.ts';
import { ANSWER_STYLES, type Demonstration, type DemonstrationPack } from '../../world/packs.ts';

/** Routes. Those under /api/team need `Authorization: Bearer <seat token>`; `:stage` is a training stage. */
export const ROUTES = {
  createMatch: '/api/matches',
  takeSeat: '/api/matches/:code/seats',
  joinImage: '/api/matches/:code/qr.svg',
  market: '/api/team/market',
  documents: '/api/team/documents/:kind',
  corpus: '/api/team/corpus/:kind',
  deck: '/api/team/deck/:style',
  pairs: '/api/team/pairs',
  arena: '/api/team/arena',
  shard: '/api/team/shard/:stage/:round',
  update: '/api/team/update/:stage/:round',
  checkpoint: '/api/team/checkpoint/:stage/:version',
  probeRows: '/api/team/probe/:id/rows',
  probeCheckpoint: '/api/team/probe/:id/checkpoint',
  probe: '/api/team/probe/:id',
  tokenizer: '/api/team/tokenizer',
  health: '/api/health',
} as const;

/** The places in those routes. A code as people type it: any case, with spaces and dashes. */
export const codeParam = z
  .string()
  .max(20)
  .regex(/^(?:[\s-]*[A-Za-z]){4}(?:[\s-]*\d){2}[\s-]*$/);
export const kindParam = z.enum(CORPUS_KINDS);
export const styleParam = z.enum(ANSWER_STYLES);
export const stageParam: z.ZodType<TrainingStage> = z.enum(['pretrain', 'fine-tune', 'align']);
/** A round's number, or a version's. */
export const numberParam = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
export const probeParam = z.string().regex(MADE_ID);

/** Largest body of an update: 2 M parameters as int8 with their exponents, and its header. */
export const MAX_UPDATE_BYTES = 2 * 1024 * 1024 * (33 / 32) + 4096;
/** Largest JSON body. */
export const MAX_JSON_BYTES = 64 * 1024;

export const createMatchBody = z.strictObject({
  version: protocolVersion,
  preset: z.enum(PRESETS).default('workshop'),
  teamCount: z.number().int().min(TEAM_COUNT_RANGE[0]).max(TEAM_COUNT_RANGE[1]).default(3),
  /** Only for experiments, and only where the server allows it: the seed, the budget, the rounds and the clocks. */
  experiment: z
    .strictObject({
      seed: z.number().int().min(0).max(0xffffffff).optional(),
      budgetFlops: z.number().positive().max(1e15).optional(),
      roundRows: z.number().int().min(16).max(100_000).optional(),
      graceSeconds: z.number().min(0).max(60).optional(),
      /** Multiplies every clock. */
      clockScale: z.number().min(0.01).max(100).optional(),
    })
    .optional(),
});
export type CreateMatchBody = z.input<typeof createMatchBody>;

export interface CreateMatchReply {
  code: string;
  roomId: string;
  hostToken: string;
}

export const takeSeatBody = z.strictObject({ version: protocolVersion, name: z.string().max(200) });
export type TakeSeatBody = z.input<typeof takeSeatBody>;

export interface TakeSeatReply {
  roomId: string;
  playerId: string;
  seatToken: string;
}

/** Per dataset: how many tokens the whole of it has with each vocabulary size, measured by the server. */
export interface MarketReply {
  datasets: {
    kind: (typeof CORPUS_KINDS)[number];
    documents: number;
    bytes: number;
    tokens: Record<string, number>;
  }[];
}

/** A page of real documents of a dataset. */
export interface DocumentsReply {
  page: number;
  pages: number;
  documents: { number: number; text: string }[];
}

/** All documents of a dataset, in order: what the browser's own tools work on. */
export interface CorpusReply {
  texts: string[];
}

export const documentsQuery = z.object({ page: z.coerce.number().int().min(0).max(100_000).default(0) });

/** Demonstration cards to read before choosing, some of each pack. */
export interface DeckReply {
  packs: Record<DemonstrationPack, Demonstration[]>;
}

/** All pairs of the match in this player's own order, none with its lab, and how the player rated it (null = not yet). */
export interface PairsReply {
  pairs: (PairCard & { choice: Choice | null })[];
}
/** Carries the code of every refusal, so that one with status 200 can be told from an answer. */
export const REFUSAL_HEADER = 'x-game-error';

/**
 * The player's ballot in its order, or for the host all pairs; `choice` is the player's own vote. Only after the reveal
 * is it told who stood behind the curtains, and how all voted.
 */
export interface ArenaReply {
  pairs: (ArenaCard & {
    choice: ArenaChoice | null;
    reveal: { who: Record<Side, string>; tally: Record<ArenaChoice, number> } | null;
  })[];
}

export interface ErrorReply {
  error: GameError;
}
