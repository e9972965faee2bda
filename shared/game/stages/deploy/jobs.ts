/** What the deploy stage asks of the referee. */

import { SERVER_WORKER, type Match, type Team } from '../../match.ts';
import { ownSlice, ownTeamSlice } from '../../slices.ts';
import type { DeploySlice, DeployTeamSlice } from './state.ts';
import { canServe, isPupilDue } from './two-models.ts';

/**
 * Time a replica of the lab's model and let a burst of requests at it; sample what a product says. Write down what the small copy learns
 * from, teach it a part in the devices' place, or measure what a device has made of it.
 */
export interface DeployJob {
  kind: 'timeReplica' | 'tryProduct' | 'writeLessons' | 'teachPupil' | 'judgePupil';
  teamId: string;
}

/** The name under which the town's hour is served; it is no team's own. */
const TOWN_ID = 'town';

/** Serve an hour of the town with the models of all labs. */
export interface TownJob {
  kind: 'serveTown';
  teamId: typeof TOWN_ID;
}

export function deployJobs({ stage }: Match, team: Team): DeployJob | null {
  const shop = ownTeamSlice<DeployTeamSlice>(team, 'deploy');
  const { replica, wanted, plan } = shop;
  const teamId = team.id;
  if (stage !== 'deploy' || !team.now.pretrain.run) return null;
  if (!replica) return { kind: 'timeReplica', teamId };
  if (wanted && !plan && canServe(shop, wanted)) return { kind: 'tryProduct', teamId };
  if (!isPupilDue(shop)) return null;
  if (!shop.pupil) return { kind: 'writeLessons', teamId };
  const { turn } = shop.pupil;
  if (turn?.isBrought) return { kind: 'judgePupil', teamId };
  return turn?.playerId === SERVER_WORKER ? { kind: 'teachPupil', teamId } : null;
}

export function townJob(match: Match): TownJob | null {
  const isDue = match.stage === 'deploy' && ownSlice<DeploySlice>(match, 'deploy').isServing;
  return isDue ? { kind: 'serveTown', teamId: TOWN_ID } : null;
}
