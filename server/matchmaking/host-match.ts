/** Opens a match on this server: finds room for it, gives it a code, and opens its room. */

import { matchMaker } from '@colyseus/core';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { openHosted, type Surroundings } from '../hosting/hosted.ts';
import { drawSeeds, drawTeamNames, settingsOf } from '../hosting/settings.ts';
import type { Limits } from '../limits/limits.ts';
import { makeId } from '../match/random-ids.ts';
import { makeCode } from './codes.ts';
import type { Directory, HostedMatch } from './directory.ts';
import { makeWay } from './make-way.ts';

/** The one kind of room there is. */
export const ROOM_NAME = 'lab';

export interface Hosting extends Surroundings {
  directory: Directory;
  limits: Limits;
  /** Whether a match may fix its seed, budget and clocks. */
  allowExperiments: boolean;
  /** What phones have to write where this machine says localhost; null when it is not on a network. */
  lanAddress: string | null;
}

/** Opens a match for whoever asks from this address. */
export async function hostMatch(
  hosting: Hosting,
  body: CreateMatchBody,
  address: string,
): Promise<Result<HostedMatch>> {
  const { directory, now } = hosting;
  if (body.experiment && !hosting.allowExperiments) return fail('protocol/bad_message');
  const way = makeWay(directory, address, now());
  if (!way.ok) return way;
  const code = makeCode((candidate) => directory.byCode(candidate) !== null);
  const making = {
    code,
    matchId: makeId(),
    settings: settingsOf(body),
    seeds: drawSeeds(body.experiment?.seed),
    teamNames: drawTeamNames(),
  };
  const hosted: HostedMatch = {
    ...openHosted(making, hosting),
    code,
    roomId: '',
    address,
    openedAtMs: now(),
    visitors: 0,
  };
  directory.add(hosted);
  try {
    const { roomId } = await matchMaker.createRoom(ROOM_NAME, { code });
    hosted.roomId = roomId;
    return ok(hosted);
  } catch (error) {
    directory.remove(code);
    throw error;
  }
}
