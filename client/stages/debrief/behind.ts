/** Why a lab did not win, in two sentences: in which part of the scores it lost most to the winner, and which choice or event in town was behind that. */

import { t } from '../../i18n/t.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import type { TeamScore } from '../../../shared/game/team-score.ts';
import { coinsWords } from '../product-words.ts';
import { costliestWords } from './costliest.ts';
import type { RankedTeam } from './rank.ts';
import { partsOf, SCORES, type PartName, type ScoreName } from './score-parts.ts';
import { townDayOf } from './town-day.ts';

interface Gap {
  /** Points of the score that are missing. */
  points: number;
  part: PartName | ScoreName;
  own: number;
  others: number;
}

/** Where most points are missing: a part weighs as much as its share of its score. */
function widestGap(own: TeamScore, others: TeamScore): Gap | null {
  const gaps = SCORES.flatMap((name): Gap[] => {
    const [mine, theirs] = [own[name], others[name]];
    if (mine === null || theirs === null) return [];
    const parts = partsOf(name, own);
    if (parts.length === 0) return [{ points: theirs - mine, part: name, own: mine, others: theirs }];
    return parts.flatMap(({ part, value }) => {
      const other = partsOf(name, others).find((one) => one.part === part)?.value ?? value;
      return [{ points: (other - value) / parts.length, part, own: value, others: other }];
    });
  });
  return gaps.toSorted((a, b) => b.points - a.points)[0] ?? null;
}

/** What happened in town that explains the gap; empty where it is about something else, or nothing stands out. */
function reasonInTown(match: MatchView, team: TeamView, winner: TeamView, part: Gap['part']): string[] {
  const [own, other] = [townDayOf(match, team), townDayOf(match, winner)];
  if (!own || !other) return [];
  if (part === 'paid')
    return [
      t('debrief.behindPaid', { income: coinsWords(own.incomeCents), cost: coinsWords(own.costCents) }),
    ];
  if (part === 'believed' && own.incidents > other.incidents)
    return [t('debrief.behindHarm', { own: own.incidents, other: other.incidents, winner: winner.name })];
  if (part !== 'served') return [];
  const lost = own.requests - own.served;
  const reasons = [
    {
      more: lost - (other.requests - other.served),
      words: t('debrief.behindLost', { count: lost, requests: own.requests }),
    },
    {
      more: other.requests - own.requests,
      words: t('debrief.behindCame', { own: own.requests, other: other.requests, winner: winner.name }),
    },
    {
      more: own.judged - own.right - (other.judged - other.right),
      words: t('debrief.behindWrong', { wrong: own.judged - own.right, judged: own.judged }),
    },
  ];
  const [first] = reasons.toSorted((a, b) => b.more - a.more);
  return first && first.more > 0 ? [first.words] : [];
}

/** Who won, and where most is missing to it; null for the winner, and for who is as good. */
function gapOf(
  ranked: readonly RankedTeam[],
  team: TeamView,
): { winner: TeamView; gap: Gap; points: number } | null {
  const winner = ranked[0]?.team;
  const [own, others] = [team.debrief?.score, winner?.debrief?.score];
  if (!winner || !own || !others) return null;
  const points = Math.round(others.total) - Math.round(own.total);
  const gap = widestGap(own, others);
  return points > 0 && gap && gap.points > 0 ? { winner, gap, points } : null;
}

/** Nothing of the winner, and of who is as good. */
export function behindWords(match: MatchView, ranked: readonly RankedTeam[], team: TeamView): string[] {
  const found = gapOf(ranked, team);
  if (!found) return [];
  const { winner, gap, points } = found;
  const { part } = gap;
  const costliest = costliestWords(match, { team, winner, part });
  return [
    t('debrief.behind', {
      points,
      winner: winner.name,
      part: t(`debrief.${part}`),
      own: Math.round(gap.own),
      others: Math.round(gap.others),
    }),
    ...(costliest.length > 0 ? costliest : reasonInTown(match, team, winner, part)),
  ];
}

/** The choice alone that cost it most in town, in two sentences; empty where none stands out. */
export function costliestChoice(match: MatchView, ranked: readonly RankedTeam[], team: TeamView): string[] {
  const found = gapOf(ranked, team);
  if (!found) return [];
  const { winner, gap } = found;
  return costliestWords(match, { team, winner, part: gap.part }, { isShort: true });
}
