/** The strings of the museum wall: plain sentences from each choice of a lab to what came of it, all measured. */

import { guessWords } from '../../i18n/guess.ts';
import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { Rating } from '../../../shared/evals/bradley-terry.ts';
import { lotOf } from '../../../shared/game/stages/data/auction.ts';
import { HOUSE_ID } from '../../../shared/game/stages/arena/state.ts';
import { betMiss } from '../../../shared/game/bet.ts';
import type { Prepared, TeamResults } from '../../../shared/game/match.ts';
import type { Alignment } from '../../../shared/game/stages/align/state.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { cleaningSentences } from '../CleaningNews.tsx';
import { finalBits, startBits } from '../curves.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { townStrings } from './town-day.ts';
import { kindResults, ratingOf, spentPercent, type KindResult } from './rank.ts';

const percent = (share: number): number => Math.round(share * 100);

function sizeString(team: TeamView, prepared: Prepared, results: TeamResults): string {
  return t('debrief.stringSize', {
    parameters: formatQuantity(prepared.parameters),
    tokens: formatQuantity(team.runs.pretrain?.tokensUsed ?? 0),
    start: guessWords(startBits(prepared)),
    guess: guessWords(results.pretrained.bitsPerByte),
  });
}

function betString({ runs: { pretrain }, debrief }: TeamView): string[] {
  const bet = debrief?.plans.scale?.bet;
  const measured = pretrain && finalBits(pretrain);
  if (bet === undefined || measured === null) return [];
  const share = Math.round(100 * Math.abs(betMiss(bet, measured).share));
  return [t('bet.string', { bet: guessWords(bet), measured: guessWords(measured), share })];
}

function unspentString(team: TeamView): string[] {
  const share = 100 - spentPercent(team);
  if (share === 0) return [];
  const key = team.runs.pretrain?.stoppedEarly ? 'debrief.stringStopped' : 'debrief.stringUnfinished';
  return [t(key, { share })];
}

/** What came of the lot that the lab won: how often its pages were read, and the surprise at that kind of text. */
function archiveString({ auction }: MatchView, { id, debrief }: TeamView): string[] {
  const lot = auction && lotOf({ auction }, id);
  const read = debrief?.prepared?.datasets.find(({ kind }) => kind === lot?.kind);
  if (!lot) return [];
  const words = { kind: t(`kind.${lot.kind}`).toLowerCase(), coins: lot.coins };
  return read
    ? [t('debrief.stringArchive', { ...words, epochs: formatDecimal(read.epochs, 1) })]
    : [t('debrief.stringArchiveUnread', words)];
}

/** What its model judged by, where it did, and whether people would agree. */
function principlesStrings({ trained, pairsUsed, taught }: Alignment): string[] {
  const people = taught?.people;
  if (!trained || !people) return [];
  const principles = trained.principles.map((principle) => t(`align.principle.${principle}`)).join(' ');
  return [
    t('debrief.stringPrinciples', { pairs: pairsUsed, principles }),
    ...(people.pairs > 0 ? [t('debrief.stringPeople', people)] : []),
  ];
}

function arenaStrings(match: MatchView, team: TeamView): string[] {
  const words = ({ value, low, high, votes }: Rating) => ({
    value: Math.round(value),
    low: Math.round(low),
    high: Math.round(high),
    votes,
  });
  const [rating, house] = [ratingOf(match, team.id), ratingOf(match, HOUSE_ID)];
  return [
    ...(rating ? [t('debrief.stringArena', words(rating))] : []),
    ...(rating && house ? [t('debrief.stringHouse', words(house))] : []),
  ];
}

/** Kinds that the lab read nothing of: how lost its model is there hides how good it is elsewhere. */
function unreadString(read: readonly KindResult[]): string[] {
  const known = read.filter(({ share }) => share > 0);
  const unread = read.filter(({ share }) => share === 0);
  if (known.length === 0 || unread.length === 0) return [];
  const mean = known.reduce((sum, { bitsPerByte }) => sum + bitsPerByte, 0) / known.length;
  const kinds = unread.map(({ kind }) => t(`kind.${kind}`).toLowerCase()).join(', ');
  return [t('debrief.stringUnread', { kinds, guess: guessWords(mean) })];
}

/** Lessons that were chosen and never learned from. */
function untaughtString({ runs, debrief }: TeamView): string[] {
  const isUntaught = debrief?.plans['fine-tune'] && !runs['fine-tune']?.roundsDone;
  return isUntaught ? [t('debrief.stringUntaught')] : [];
}

/** Plain sentences that tie a choice to its result. */
export function strings(match: MatchView, team: TeamView): string[] {
  const debrief = team.debrief;
  const results = debrief?.results;
  if (!results) return [];
  const read = kindResults(team).sort((a, b) => b.share - a.share);
  const most = read[0];
  const least = read[read.length - 1];
  const words = (entry: typeof most) => ({
    kind: t(`kind.${entry.kind}`).toLowerCase(),
    share: entry.percent,
    guess: guessWords(entry.bitsPerByte),
  });
  const lines = [t('debrief.stringBest', words(most)), t('debrief.stringLeast', words(least))];
  lines.push(...unreadString(read), ...untaughtString(team));
  if (debrief.prepared) {
    lines.push(sizeString(team, debrief.prepared, results), ...unspentString(team), ...betString(team));
    lines.push(...archiveString(match, team));
    lines.push(...cleaningSentences(debrief.prepared.cleaning));
    lines.push(
      t('debrief.stringTrigram', {
        trigram: guessWords(debrief.prepared.trigramBitsPerByte),
        guess: guessWords(results.pretrained.bitsPerByte),
      }),
    );
  }
  const { changed } = results;
  if (changed) {
    const { facts, before, now } = changed;
    lines.push(t('debrief.stringChanged', { facts, before: percent(before), now: percent(now) }));
  }
  lines.push(t('debrief.stringSentences', { share: percent(results.pretrained.evals.sentences) }));
  if (results.tuned) {
    lines.push(
      t('debrief.stringTuning', {
        before: Math.round(results.pretrained.evals.form * 100),
        after: Math.round(results.tuned.evals.form * 100),
      }),
    );
    lines.push(
      t('debrief.stringReplay', {
        replay: percent(debrief.plans['fine-tune']?.replayShare ?? 0),
        before: guessWords(results.pretrained.bitsPerByte),
        after: guessWords(results.tuned.bitsPerByte),
      }),
    );
  }
  const { tuned, aligned } = results.preference;
  if (tuned && aligned) {
    lines.push(
      t('debrief.stringAlign', {
        kindBefore: percent(tuned.kindShare),
        kindAfter: percent(aligned.kindShare),
        formBefore: percent(tuned.inFormShare),
        formAfter: percent(aligned.inFormShare),
        varietyBefore: percent(tuned.variety),
        varietyAfter: percent(aligned.variety),
      }),
    );
  }
  return [
    ...lines,
    ...principlesStrings(debrief.alignment),
    ...arenaStrings(match, team),
    ...townStrings(match, team),
  ];
}
