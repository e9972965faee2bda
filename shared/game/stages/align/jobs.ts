/** What the align stage asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { sliceOf } from '../../slices.ts';
import { wantsScore } from '../../training/run.ts';
import { votesByTeam } from './preferences.ts';
import { BEST_OF_VOTES, FIT_AT_VOTES } from './state.ts';

/** Sample pairs to rate; make rows of the ratings; score the aligned weights; see what a choice among answers brings. */
export interface AlignJob {
  kind: 'samplePairs' | 'prepareAlign' | 'scoreAlign' | 'chooseBest';
  teamId: string;
}

/** What all labs' votes have in common is learnt for all of them at once. */
const ALL_LABS = 'all-labs';

/** Fit a reward model to the votes of all. */
interface FitJob {
  kind: 'fitReward';
  teamId: typeof ALL_LABS;
}

const fitsDue = (votes: number): number => FIT_AT_VOTES.filter((at) => votes >= at).length;

export function fitJob(match: Match): FitJob | null {
  if (match.stage !== 'align') return null;
  const votes = [...votesByTeam(match).values()].reduce((sum, ofTeam) => sum + ofTeam, 0);
  const known = sliceOf(match, 'align').fits.at(-1)?.votes ?? 0;
  return fitsDue(votes) > fitsDue(known) ? { kind: 'fitReward', teamId: ALL_LABS } : null;
}

export function alignJobs(match: Match, team: Team): AlignJob | null {
  const teamId = team.id;
  if (match.stage !== 'align' || !team.now.pretrain.run) return null;
  if (!team.now.align.alignment.before) return { kind: 'samplePairs', teamId };
  if (team.now.align.alignment.wanted) return { kind: 'prepareAlign', teamId };
  if (wantsScore(team, 'align')) return { kind: 'scoreAlign', teamId };
  const votes = sliceOf(match, 'align').fits.at(-1)?.votes ?? 0;
  return votes >= BEST_OF_VOTES && !team.now.align.alignment.bestOf ? { kind: 'chooseBest', teamId } : null;
}
