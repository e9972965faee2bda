/** Three questions for the room, made from what really happened in this match: the widest contrasts between choices and results. */

import { guessWords } from '../../i18n/guess.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { t } from '../../i18n/t.ts';
import { playingTeams, type MatchView, type TeamView } from '../../../shared/game/sync/view.ts';
import { percent } from '../percent.ts';
import { coinsWords } from '../product-words.ts';
import { kindResults, spentPercent } from './rank.ts';
import { profitOf, townDayOf } from './town-day.ts';

const MOST_QUESTIONS = 3;
/** Smaller differences may be chance, and nobody would want to talk of them. */
const LEAST_SHARE = 0.15;
const LEAST_POINTS = 3;
const LEAST_UNSPENT = 15;
/** A larger model has at least so many times the parameters. */
const LARGER = 1.5;

/** Two different labs of these: the one with most, and the one with least. */
function extremes(teams: readonly TeamView[], of: (team: TeamView) => number): [TeamView, TeamView] | null {
  const sorted = teams.toSorted((a, b) => of(b) - of(a));
  const [most, least] = [sorted[0], sorted.at(-1)];
  return most && least && most !== least ? [most, least] : null;
}

/** Who read much of a kind and who little, and what became of it: of the kind where they differ most. */
function aboutReading(teams: readonly TeamView[]): string | null {
  const kinds = teams[0] ? kindResults(teams[0]).map(({ kind }) => kind) : [];
  const contrasts = kinds.flatMap((kind) => {
    const resultOf = (team: TeamView) => kindResults(team).find((result) => result.kind === kind);
    const pair = extremes(teams, (team) => resultOf(team)?.share ?? 0);
    const [most, least] = pair?.map(resultOf) ?? [];
    return pair && most && least ? [{ kind, pair, most, least, gap: most.share - least.share }] : [];
  });
  const [widest] = contrasts.toSorted((a, b) => b.gap - a.gap);
  if (!widest || widest.gap < LEAST_SHARE) return null;
  const { kind, pair, most, least } = widest;
  return t(most.bitsPerByte < least.bitsPerByte ? 'room.readingPaid' : 'room.readingFailed', {
    most: pair[0].name,
    least: pair[1].name,
    kind: t(`kind.${kind}`).toLowerCase(),
    mostShare: most.percent,
    leastShare: least.percent,
    mostGuess: guessWords(most.bitsPerByte),
    leastGuess: guessWords(least.bitsPerByte),
  });
}

/** The lab that people liked best, where another told the truth more often. */
function aboutTruth(teams: readonly TeamView[]): string | null {
  const scored = teams.filter((team) => (team.debrief?.score?.use ?? null) !== null);
  const useOf = (team: TeamView): number => team.debrief?.score?.use ?? 0;
  const truthOf = (team: TeamView): number => team.debrief?.score?.truth ?? 0;
  const liked = extremes(scored, useOf)?.[0];
  const honest = extremes(scored, truthOf)?.[0];
  if (!liked || !honest || truthOf(honest) - truthOf(liked) < LEAST_POINTS) return null;
  return t('room.truth', {
    liked: liked.name,
    honest: honest.name,
    wins: Math.round(useOf(liked)),
    likedTruth: Math.round(truthOf(liked)),
    honestTruth: Math.round(truthOf(honest)),
  });
}

/** The largest model, where a much smaller one did better at what it was tested in. */
function aboutSize(teams: readonly TeamView[]): string | null {
  const sizeOf = (team: TeamView): number => team.debrief?.prepared?.parameters ?? 0;
  const scienceOf = (team: TeamView): number => team.debrief?.score?.science ?? 0;
  const large = extremes(teams, sizeOf)?.[0];
  const best = extremes(teams, scienceOf)?.[0];
  if (!large || !best || scienceOf(best) - scienceOf(large) < LEAST_POINTS) return null;
  if (sizeOf(best) === 0 || sizeOf(large) < LARGER * sizeOf(best)) return null;
  return t('room.size', {
    large: large.name,
    small: best.name,
    largeSize: formatQuantity(sizeOf(large)),
    smallSize: formatQuantity(sizeOf(best)),
  });
}

/** The lab whose answers votes moved most, with what else they moved. */
function aboutVotes(teams: readonly TeamView[]): string | null {
  const moved = teams.flatMap((team) => {
    const { tuned, aligned } = team.debrief?.results?.preference ?? {};
    return tuned && aligned
      ? [{ team, tuned, aligned, by: Math.abs(aligned.kindShare - tuned.kindShare) }]
      : [];
  });
  const [most] = moved.toSorted((a, b) => b.by - a.by);
  if (!most) return null;
  return t('room.votes', {
    lab: most.team.name,
    kindBefore: percent(most.tuned.kindShare),
    kindAfter: percent(most.aligned.kindShare),
    varietyBefore: percent(most.tuned.variety),
    varietyAfter: percent(most.aligned.variety),
  });
}

/** The lab that gave most good answers in town, where another earned more by fewer. */
function aboutTown(match: MatchView, teams: readonly TeamView[]): string | null {
  const days = teams.flatMap((team) => {
    const day = townDayOf(match, team);
    return day ? [{ lab: team.name, good: day.good, profit: profitOf(day) }] : [];
  });
  const busy = days.toSorted((a, b) => b.good - a.good)[0];
  const rich = days.toSorted((a, b) => b.profit - a.profit)[0];
  if (!busy || !rich || busy.good === rich.good || busy.profit >= rich.profit) return null;
  return t('room.town', {
    busy: busy.lab,
    busyGood: busy.good,
    busyProfit: coinsWords(busy.profit),
    rich: rich.lab,
    richGood: rich.good,
    richProfit: coinsWords(rich.profit),
  });
}

/** The lab that left most of its compute unspent. */
function aboutCompute(teams: readonly TeamView[]): string | null {
  const least = extremes(teams, spentPercent)?.[1];
  const unspent = least ? 100 - spentPercent(least) : 0;
  return least && unspent >= LEAST_UNSPENT ? t('room.compute', { lab: least.name, share: unspent }) : null;
}

/** At most three, and none before the sealed test has been taken. */
export function questionsFor(match: MatchView): string[] {
  const teams = playingTeams(match).filter(({ debrief }) => debrief?.results && debrief.score);
  return [
    aboutTown(match, teams),
    ...[aboutReading, aboutTruth, aboutVotes, aboutSize, aboutCompute].map((ask) => ask(teams)),
  ]
    .filter((question) => question !== null)
    .slice(0, MOST_QUESTIONS);
}
