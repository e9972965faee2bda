/** One lab on a sheet of its own: what it chose, its figures, and what its model said before and after. */

import { guessWords } from '../i18n/guess.ts';
import { formatQuantity } from '../i18n/quantity.ts';
import { t } from '../i18n/t.ts';
import type { TeamResults } from '../../shared/game/match.ts';
import { hueOf, shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';
import { MODEL_STATES, type Measure } from '../stages/debrief/measures.ts';
import { SkillSteps } from '../stages/debrief/SkillSteps.tsx';
import { COUNTS, type Count, type LabReport } from './report.ts';

function countWords(count: Count, value: number): string {
  return count === 'spent' ? t('common.percent', { value: Math.round(value) }) : formatQuantity(value);
}

/** What the budget comes to is the same for all; it stands in the table that can be saved. */
const SHOWN_COUNTS = COUNTS.filter((count) => count !== 'budget');

function measureWords(measure: Measure, value: number | null): string {
  if (value === null) return '–';
  return measure === 'surprise' ? guessWords(value) : t('common.percent', { value: Math.round(100 * value) });
}

function Choices({ lab: { choices } }: { lab: LabReport }) {
  return (
    <section>
      <h3>{t('debrief.chose')}</h3>
      <dl class="report-choices">
        {choices.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Figures({ lab: { counts, measures } }: { lab: LabReport }) {
  return (
    <section>
      <h3>{t('report.figures')}</h3>
      <dl class="report-counts">
        {SHOWN_COUNTS.map((count) => (
          <div key={count}>
            <dd class="title-face">{countWords(count, counts[count])}</dd>
            <dt>{t(`report.count.${count}`)}</dt>
          </div>
        ))}
      </dl>
      <table class="report-table">
        <thead>
          <tr>
            <th scope="col">{t('report.measured')}</th>
            {MODEL_STATES.map((state) => (
              <th scope="col" key={state}>
                {t(`debrief.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ measure, values }) => (
            <tr key={measure}>
              <th scope="row">{t(`report.measure.${measure}`)}</th>
              {MODEL_STATES.map((state) => (
                <td key={state}>{measureWords(measure, values[state])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Samples({ lab: { samples } }: { lab: LabReport }) {
  if (samples.length === 0) return null;
  return (
    <section>
      <h3>{t('report.samples')}</h3>
      <div class="report-samples">
        {samples.map(({ state, said }) => (
          <div key={state}>
            <h4>{t(`debrief.${state}`)}</h4>
            {said.map(({ prompt, text }, index) => (
              <p key={index} class="model-voice" lang="en">
                <b>{prompt}</b> {text.trim() || '…'}
              </p>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function verdictOf({ inForm, isTrue }: TeamResults['answers'][number]): string {
  if (!inForm) return `✗ ${t('report.outOfForm')}`;
  return isTrue ? `✓ ${t('report.rightAnswer')}` : `✗ ${t('report.wrongAnswer')}`;
}

function Answers({ lab: { answers } }: { lab: LabReport }) {
  if (answers.length === 0) return null;
  return (
    <section>
      <h3>{t('report.answers')}</h3>
      <table class="report-table report-answers">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('report.before')}</th>
            <th scope="col">{t('report.after')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer, index) => (
            <tr key={index}>
              <th scope="row" lang="en">
                {answer.question}
              </th>
              <td class="model-voice" lang="en">
                {answer.base.trim() || '…'}
              </td>
              <td class="model-voice">
                <span lang="en">{answer.tuned.trim() || '…'}</span> <small>{verdictOf(answer)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function LabSheet({ lab }: { lab: LabReport }) {
  const { team, rank, score, sentences } = lab;
  return (
    <article class="report-sheet">
      <header class="report-lab-head" style={{ '--hue': hueOf(team.look) }}>
        <TeamShape shape={shapeOf(team.look)} sizePx={46} />
        <h2>{team.name}</h2>
        <p>
          <b class="title-face">{rank}.</b>{' '}
          {score && t('debrief.points', { points: Math.round(score.total) })}
        </p>
      </header>
      <Choices lab={lab} />
      <Figures lab={lab} />
      <SkillSteps team={team} />
      <Samples lab={lab} />
      <Answers lab={lab} />
      <section>
        <h3>{t('debrief.strings')}</h3>
        <ul class="report-words">
          {sentences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}
