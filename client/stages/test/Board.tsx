/** The board of a lab: for each test a bar with its whisker, the mark of the sealed half, and what changed. */

import {
  contaminatedIn,
  directionOf,
  type EvalResult,
  type Examined,
} from '../../../shared/game/stages/test/state.ts';
import { t } from '../../i18n/t.ts';
import { changeWords, points } from './found.ts';

export function EvalBar({ result, color }: { result: Pick<EvalResult, 'open' | 'sealed'>; color?: string }) {
  const { open, sealed } = result;
  return (
    <span class="eval-bar" aria-hidden="true">
      <i class="eval-share" style={{ width: `${100 * open.score}%`, background: color }} />
      <i
        class="eval-whisker"
        style={{ left: `${100 * open.low}%`, width: `${100 * (open.high - open.low)}%` }}
      />
      {sealed && <i class="eval-sealed" style={{ left: `${100 * sealed.score}%` }} />}
    </span>
  );
}

/** Where the change goes, if it is more than chance. */
function Change({ result }: { result: EvalResult }) {
  const direction = directionOf(result);
  if (!result.change || direction === 'even') return <span class="eval-change muted">=</span>;
  const isUp = direction === 'better';
  return (
    <span class={`eval-change ${isUp ? 'good' : 'bad'}`}>
      {isUp ? '▲' : '▼'} {points(Math.abs(result.change.difference))}
    </span>
  );
}

function twinOf(result: EvalResult): string {
  const { name, open, sealed } = result;
  return t('test.twin', {
    name: t(`test.eval.${name}`),
    score: points(open.score),
    low: points(open.low),
    high: points(open.high),
    change: changeWords(result),
    sealed: sealed ? t('test.sealed', { score: points(sealed.score) }) : '',
  });
}

/** `isShort` leaves out what each test is about, for a wall. */
export function Board({ examined, isShort = false }: { examined: Examined; isShort?: boolean }) {
  const leaked = contaminatedIn(examined);
  return (
    <ul class="eval-board">
      {examined.evals.map((result) => (
        <li key={result.name} aria-label={twinOf(result)}>
          <span class="eval-name">{t(`test.eval.${result.name}`)}</span>
          <EvalBar result={result} />
          <b class="eval-score">{points(result.open.score)} %</b>
          <Change result={result} />
          {!isShort && (
            <small class="eval-about">
              {t(`test.about.${result.name}`)}
              {leaked.includes(result.name) && <b class="warn"> {t('test.leaked')}</b>}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
