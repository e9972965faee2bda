/** What comes over HTTP, with its validators: bodies, and the places in routes. */

import { z } from 'zod';
import { CORPUS_KINDS, MAX_CLASS_BYTES } from '../../world/document.ts';
import { ANSWER_STYLES } from '../../world/packs.ts';
import { MAX_LABEL_LETTERS } from '../class-text.ts';
import { teamId } from '../fields.ts';
import { MADE_ID, TOKEN } from '../ids.ts';
import { TRAINING_STAGES, type TrainingStage } from '../match.ts';
import { SCREEN_KINDS } from '../screen-kinds.ts';
import { HOUSE_ID } from '../stages/arena/state.ts';
import { QUICK_KINDS } from '../settings.ts';
import { matchOptionFields } from '../match-options.ts';
import { protocolVersion } from './messages.ts';

/** Largest JSON body. */
export const MAX_JSON_BYTES = 64 * 1024;

/** Only for experiments, and only where the server allows it: the seed, the budget, the rounds and the clocks, to any extent. */
const experiment = z.strictObject({
  seed: z.number().int().min(0).max(0xffffffff).optional(),
  budgetFlops: z.number().positive().max(1e15).optional(),
  roundRows: z.number().int().min(16).max(100_000).optional(),
  graceSeconds: z.number().min(0).max(60).optional(),
  /** Multiplies every clock. */
  clockScale: z.number().min(0.01).max(100).optional(),
});

export const createMatchBody = z.strictObject({
  version: protocolVersion,
  ...matchOptionFields,
  experiment: experiment.optional(),
});
export type CreateMatchBody = z.input<typeof createMatchBody>;

/** Asks for a match that nobody hosts: an open one of strangers, or a new one for friends. */
export const quickMatchBody = z.strictObject({
  version: protocolVersion,
  kind: z.enum(QUICK_KINDS),
  experiment: experiment.optional(),
});
export type QuickMatchBody = z.input<typeof quickMatchBody>;

export const takeSeatBody = z.strictObject({
  version: protocolVersion,
  name: z.string().max(200),
  /** The token that the seat is to have. Whoever may have to ask again makes one: the same gets the same seat. */
  token: z.string().regex(TOKEN).optional(),
  /** What the device calls itself, for its rating where strangers play. */
  device: z.string().regex(TOKEN).optional(),
});

/** The table of this season or of the last, and where this device is in it. */
export const tableBody = z.strictObject({
  version: protocolVersion,
  season: z.enum(['this', 'last']),
  device: z.string().regex(TOKEN).optional(),
});

/** Names the device, which alone may take a lab out of the hall again. */
export const hallBody = z.strictObject({ version: protocolVersion, device: z.string().regex(TOKEN) });
/** Somebody finds that the answer to this question should not be in the hall; null is what its model said in a talk of theirs. */
export const reportHallBody = hallBody.extend({ question: z.string().min(1).max(400).nullable() });
export const hallIdParam = z.string().regex(/^[0-9a-f]{24}$/);

export const watchBody = z.strictObject({ version: protocolVersion });

/** Names the match once more: what is ended is gone for good. */
export const endMatchBody = z.strictObject({ version: protocolVersion, code: z.string().max(20) });

/** A link to another screen of the host's, under a token that the page has made. */
export const openScreenBody = z.strictObject({
  version: protocolVersion,
  kind: z.enum(SCREEN_KINDS),
  token: z.string().regex(TOKEN),
});

/** A text that the host brings; without pages it takes the one before away. */
export const classTextBody = z.strictObject({
  version: protocolVersion,
  name: z.string().trim().min(1).max(MAX_LABEL_LETTERS),
  license: z.string().trim().min(1).max(MAX_LABEL_LETTERS),
  language: z.string().regex(/^[a-z]{3}$/),
  pages: z.array(z.string().max(2 * MAX_CLASS_BYTES)).max(MAX_CLASS_BYTES),
});
export type ClassTextBody = z.input<typeof classTextBody>;

/** The places in those routes. A code as people type it: in either case, with spaces and dashes. */
export const codeParam = z
  .string()
  .max(20)
  .regex(/^(?:[\s-]*[A-Za-z]){4}(?:[\s-]*\d){2}[\s-]*$/);
export const kindParam = z.enum(CORPUS_KINDS);
export const styleParam = z.enum(ANSWER_STYLES);
export const stageParam: z.ZodType<TrainingStage> = z.enum(TRAINING_STAGES);
/** A round's number, or a version's. */
export const numberParam = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
export const contestantParam = z.union([teamId, z.literal(HOUSE_ID)]);
export const probeParam = z.string().regex(MADE_ID);

export const documentsQuery = z.object({ page: z.coerce.number().int().min(0).max(100_000).default(0) });
