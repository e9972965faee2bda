/** What the projector shows of all labs: curves of the race, the newest samples, and who has decided. */

import { t } from '../../i18n/t.ts';
import { playingTeams, type MatchView, type TeamView } from '../../../shared/game/sync/view.ts';
import type { ChartLine } from '../../ui/Chart.tsx';
import { hueOf, shapeOf } from '../../ui/team.ts';
import { hasDecided } from '../decision-words.ts';
import { heldOutPoints, newestBits, startOf } from '../curves.ts';

/** One thick line for each lab, in its hue, with its name at the end. */
export function raceLines(match: MatchView): ChartLine[] {
  const start = startOf(match.teams.map((team) => team.runs.pretrain?.curve ?? []));
  return playingTeams(match)
    .filter((team) => team.runs.pretrain)
    .map((team) => ({
      id: team.id,
      label: team.name,
      points: heldOutPoints(team.runs.pretrain?.curve ?? [], start),
      shape: shapeOf(team.look),
      color: hueOf(team.look),
      weight: 2,
    }));
}

/** Labs by their newest held-out surprise, the least surprised first; unmeasured ones last. */
export function raceOrder(match: MatchView): { team: TeamView; bits: number | null }[] {
  return playingTeams(match)
    .map((team) => ({ team, bits: newestBits(team.runs.pretrain) }))
    .sort((a, b) => (a.bits ?? Infinity) - (b.bits ?? Infinity));
}

export interface WallNote {
  team: TeamView;
  prompt: string;
  text: string;
}

/** The newest sample of every lab, of the newest run that has spoken. */
export function wallNotes(match: MatchView): WallNote[] {
  return playingTeams(match).flatMap((team) => {
    const tuned = team.debrief?.results?.answers[0];
    if (tuned) return [{ team, prompt: tuned.question, text: tuned.tuned }];
    const runs = [team.runs.pretrain, team.runs['fine-tune'], team.runs.align];
    const frames = runs.flatMap((run) => run?.filmstrip ?? []);
    const sample = frames[frames.length - 1]?.samples[0];
    return sample ? [{ team, ...sample }] : [];
  });
}

/** How many of the playing labs have decided on this stage's plan, in words. */
export function decidedWords(match: MatchView): string {
  const teams = playingTeams(match);
  const done = teams.filter((team) => hasDecided(match, team)).length;
  return t('projector.decided', { done, count: teams.length });
}
