/** Validators of what many moves have in them: ids by their shapes, names, numbers. */

import { z } from 'zod';
import { MADE_ID, RANDOM_ID, TEAM_ID } from './ids.ts';

/** Ids index records, so each kind has a shape that no other word has. */
export const playerId = z.string().regex(RANDOM_ID);
export const pairId = z.string().regex(RANDOM_ID);
export const teamId = z.string().regex(TEAM_ID);
/** Of proposals and of probes. */
export const madeId = z.string().regex(MADE_ID);
/** The rules say what is wrong with a number; here it only has to be one. */
export const anyNumber = z.number().min(-1e6).max(1e6);
/** Names are checked by the rules, which answer in plain words; here only their size is bounded. */
export const name = z.string().max(200);
