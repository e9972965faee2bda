/** What the page knows of a lab's test, and in a few words what came of it. */

import {
  contaminatedIn,
  directionOf,
  gainsOf,
  regressionsOf,
  type EvalName,
  type EvalResult,
  type Examined,
} from '../../../shared/game/stages/test/state.ts';
import { testOf } from '../../../shared/game/stages/test/shown.ts';
import type { TestTeamView } from '../../../shared/game/stages/test/view.ts';
import type { TrainingStage } from '../../../shared/game/match.ts';
import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';
import { formatList } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';

export const points = (share: number): number => Math.round(100 * share);

const evalNames = (names: readonly EvalName[]): string =>
  formatList(names.map((name) => t(`test.eval.${name}`).toLowerCase()));

/** The model that goes out, as far as that is decided. */
export function shippedModel({ examined, gate }: TestTeamView): TrainingStage | null {
  if (!examined || !gate) return null;
  return gate === 'back' ? (examined.current ?? examined.candidate) : examined.candidate;
}

/** What a change came to, in words; nothing where there is no other model. */
export function changeWords(result: EvalResult): string {
  const { change } = result;
  if (!change) return '';
  const direction = directionOf(result);
  if (direction === 'even') return t('test.same');
  return t(`test.${direction}`, { points: points(Math.abs(change.difference)) });
}

/** Evals that a card names as the weakest. */
const WEAKEST = 2;

/** The lines of a model card: all of it from what was measured. */
export function cardLines(test: TestTeamView, team: string, byClock: boolean): string[] {
  const { examined, gate } = test;
  const model = shippedModel(test);
  if (!examined || !model) return [t('test.cardUnmeasured')];
  const named = (key: 'test.cardGains' | 'test.cardLosses' | 'test.cardLeaks', names: EvalName[]): string[] =>
    names.length === 0 ? [] : [t(key, { names: evalNames(names) })];
  /* What was measured of the model before is not on the board, but for how it compares. */
  const isCandidate = gate !== 'back';
  const weakest = examined.evals
    .toSorted((a, b) => (a.sealed ?? a.open).score - (b.sealed ?? b.open).score)
    .slice(0, WEAKEST)
    .map(({ name }) => name);
  return [
    t('test.cardShips', { model: t(`test.model.${model}`) }),
    ...(isCandidate ? named('test.cardGains', gainsOf(examined)) : []),
    ...(isCandidate ? named('test.cardLosses', regressionsOf(examined)) : []),
    ...(isCandidate ? named('test.cardLeaks', contaminatedIn(examined)) : []),
    ...(isCandidate ? [t('test.cardWeak', { names: evalNames(weakest) })] : []),
    byClock ? t('test.cardByClock') : t('test.cardSigned', { team }),
  ];
}

/** How many evals got better and worse. */
export function countsOf(examined: Examined): { gains: number; losses: number } {
  return { gains: gainsOf(examined).length, losses: regressionsOf(examined).length };
}

export function measuredWords(match: MatchView): string {
  const teams = playingTeams(match);
  const count = teams.filter((team) => testOf(team).examined !== null).length;
  return t('test.measuredWords', { count, total: teams.length });
}
