/** The table of a season: who plays best, under names that are made of what the store knows a device by. */

import { createHash } from 'node:crypto';
import express, { Router } from 'express';
import { suggestName } from '../../shared/game/made-names.ts';
import { MAX_JSON_BYTES, tableBody } from '../../shared/game/wire/bodies.ts';
import { ROUTES, type TableReply } from '../../shared/game/wire/routes.ts';
import { readMessage } from '../hosting/read-message.ts';
import { valueOf } from '../hosting/refusal.ts';
import type { Limits } from '../limits/limits.ts';
import { pointsOf, seasonBefore, seasonOf } from '../ratings/rate.ts';
import { raterOf } from '../ratings/rate-match.ts';
import type { Ratings } from '../store/ports.ts';
import { limitByAddress } from './rate-limits.ts';
import { whileStoreIsThere } from './store-away.ts';

const MOST_ROWS = 50;

/** Two devices may have one name, so a number stands behind it. */
function nameOf(raterId: string): string {
  const hash = createHash('sha256').update(`name ${raterId}`).digest();
  const share = (at: number): number => hash.readUInt32BE(at) / 2 ** 32;
  return `${suggestName('en', share(0), share(4))} ${Math.floor(1000 * share(8))}`;
}

export function tableRoutes(store: Ratings, limits: Limits, now: () => number): Router {
  const router = Router();
  const json = express.json({ limit: MAX_JSON_BYTES });
  router.post(ROUTES.table, limitByAddress(limits, 'costly'), json, async (request, response) => {
    const { season, device } = valueOf(readMessage(tableBody, request.body));
    const wanted = season === 'this' ? seasonOf(now()) : seasonBefore(seasonOf(now()));
    const best = await whileStoreIsThere(store.bestRatings(wanted, MOST_ROWS));
    const own = device === undefined ? -1 : best.findIndex(({ raterId }) => raterId === raterOf(device));
    response.json({
      rows: best.map((rating) => ({
        name: nameOf(rating.raterId),
        points: pointsOf(rating),
        matches: rating.matches,
      })),
      ownPlace: own === -1 ? null : own + 1,
    } satisfies TableReply);
  });
  return router;
}
