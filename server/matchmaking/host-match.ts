/** Opens a match on this server: finds room for it, gives it a code, and opens its room. */

import { matchMaker } from '@colyseus/core';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import type { MatchSettings } from '../../shared/game/settings.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { openHosted, type Hosted, type Surroundings } from '../hosting/hosted.ts';
import { drawSeeds, drawTeamNames, settingsOf } from '../hosting/settings.ts';
import type { Limits } from '../limits/limits.ts';
import { makeId } from '../match/random-ids.ts';
import type { MatchRecord } from '../store/ports.ts';
import { rateWhenOver } from '../ratings/rate-match.ts';
import { makeCode } from './codes.ts';
import type { Directory, HostedMatch, KeptSeat } from './directory.ts';
import { makeWay } from './make-way.ts';

/** The one kind of room there is. */
export const ROOM_NAME = 'lab';

export interface Hosting extends Surroundings {
  directory: Directory;
  limits: Limits;
  /** Whether a match may fix its budget, rounds and clocks to any extent. */
  allowExperiments: boolean;
  /** What phones may have to write where this machine says localhost, the likeliest first; none when it is not on a network. */
  lanAddresses: readonly string[];
  /** Tells the other processes of a cluster that the match of this code is here. */
  announce: (code: string) => Promise<void>;
}

/** Who asks for a match. */
export interface Opener {
  /** As limits count it. */
  address: string;
  /** Where others come in. */
  joinOrigins: readonly string[];
}

/** Opens a match for its host. */
export async function hostMatch(
  hosting: Hosting,
  body: CreateMatchBody,
  opener: Opener,
): Promise<Result<HostedMatch>> {
  if (body.experiment && !hosting.allowExperiments) return fail('protocol/bad_message');
  return openMatch(hosting, settingsOf(body), opener, body.experiment?.seed ?? body.seed);
}

/** Opens a match with these settings. */
export async function openMatch(
  hosting: Hosting,
  settings: MatchSettings,
  { address, joinOrigins }: Opener,
  seed?: number,
): Promise<Result<HostedMatch>> {
  const { directory, now } = hosting;
  const way = makeWay(directory, address, now());
  if (!way.ok) return way;
  const making = {
    matchId: makeId(),
    settings,
    seeds: drawSeeds(seed),
    teamNames: drawTeamNames(),
    address,
    joinOrigins,
  };
  for (;;) {
    const code = makeCode((candidate) => directory.byCode(candidate) !== null);
    const opened = await openHosted({ ...making, code }, hosting);
    if (!opened) continue;
    try {
      return ok(await openRoom(hosting, opened, { id: making.matchId, code, address, openedAtMs: now() }));
    } catch (error) {
      /* Nobody has heard of it yet. */
      opened.end();
      throw error;
    }
  }
}

/** Opens the room of a match, so that people find it. */
export async function openRoom(
  { directory, announce, store, now }: Hosting,
  hosted: Hosted,
  { id, code, address, openedAtMs }: Pick<MatchRecord, 'id' | 'code' | 'address' | 'openedAtMs'>,
  seats: readonly KeptSeat[] = [],
): Promise<HostedMatch> {
  const found: HostedMatch = { ...hosted, code, roomId: id, address, openedAtMs, visitors: 0 };
  directory.add(found, seats);
  rateWhenOver(hosted.service, id, store, now);
  await matchMaker.createRoom(ROOM_NAME, { code });
  await announce(code);
  return found;
}
