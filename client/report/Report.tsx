/** The report: a sheet for the class, and one for each lab, as they come out of a printer. */

import { guessWords } from '../i18n/guess.ts';
import { endBits } from '../stages/curves.ts';
import { formatQuantity } from '../i18n/quantity.ts';
import { t } from '../i18n/t.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import type { Rating } from '../../shared/evals/bradley-terry.ts';
import type { SurveySheet } from '../../shared/game/survey.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { Awards } from '../stages/debrief/Awards.tsx';
import { awardsOf, ratingOf } from '../stages/debrief/rank.ts';
import { SCORES } from '../stages/debrief/score-parts.ts';
import { SkillPlot } from '../stages/debrief/SkillPlot.tsx';
import { Years } from '../stages/debrief/Years.tsx';
import { raceLines } from '../stages/wall/race.ts';
import { Chart } from '../ui/Chart.tsx';
import { hueOf, shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';
import { LabSheet } from './LabSheet.tsx';
import { SurveySection } from './SurveySection.tsx';
import { labReports, type LabReport } from './report.ts';

const RACE_HEIGHT_PX = 230;

const rounded = ({ value, low, high, votes }: Rating) => ({
  value: Math.round(value),
  low: Math.round(low),
  high: Math.round(high),
  votes,
});

function Ranking({ labs }: { labs: readonly LabReport[] }) {
  return (
    <table class="report-table report-ranking">
      <thead>
        <tr>
          <th scope="col">{t('report.rank')}</th>
          <th scope="col">{t('report.column.lab')}</th>
          <th scope="col" class="report-bar-column">
            {t('report.total')}
          </th>
          {SCORES.map((score) => (
            <th scope="col" key={score}>
              {t(`debrief.${score}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labs.map(({ team, rank, score, rating }) => (
          <tr key={team.id}>
            <td class="title-face report-rank">{rank}</td>
            <th scope="row">
              <span class="report-lab">
                <TeamShape shape={shapeOf(team.look)} sizePx={24} />
                {team.name}
              </span>
            </th>
            <td>
              <span class="report-bar">
                <i style={{ width: `${score?.total ?? 0}%`, background: hueOf(team.look) }} />
                <b>{score ? Math.round(score.total) : '…'}</b>
              </span>
            </td>
            {SCORES.map((name) => {
              const value = score?.[name] ?? null;
              return (
                <td key={name}>
                  {value === null ? '–' : Math.round(value)}
                  {name === 'use' && rating && <small> ({t('report.interval', rounded(rating))})</small>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The race in words, for those who can't see the chart. */
function raceInWords(labs: readonly LabReport[]): string[] {
  return labs.flatMap(({ team, curve, counts }) => {
    const [first, last] = [curve[0], curve.at(-1)];
    if (!first || !last) return [];
    return [
      t('report.raceTwin', {
        team: team.name,
        start: guessWords(first.bitsPerByte),
        end: guessWords(endBits(team) ?? last.bitsPerByte),
        tokens: formatQuantity(counts.read),
      }),
    ];
  });
}

function RaceChart({ match, labs }: { match: MatchView; labs: readonly LabReport[] }) {
  const lines = raceLines(match);
  const words = raceInWords(labs);
  if (words.length === 0) return null;
  return (
    <section>
      <h2>{t('report.race')}</h2>
      <p>{t('report.raceLead')}</p>
      {lines.some(({ points }) => points.length > 1) && (
        <Chart
          lines={lines}
          xMax={Math.max(1, ...match.teams.map(({ runs }) => runs.pretrain?.tokensTotal ?? 0))}
          xLabel={t('projector.raceX')}
          yLabel={t('projector.raceY')}
          heightPx={RACE_HEIGHT_PX}
          twin={words.join(' ')}
        />
      )}
      <ul class="report-words short">
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

export function Report({ match, sheets }: { match: MatchView; sheets: readonly SurveySheet[] }) {
  const labs = labReports(match);
  const house = ratingOf(match, HOUSE_ID);
  const isTown = labs.some(({ score }) => score?.town);
  return (
    <main class="report">
      <article class="report-sheet">
        <header class="report-head">
          <p class="title-face">
            {t('app.name')}
            {match.generation > 1 && ` · ${t('report.year', { year: match.generation })}`}
          </p>
          <p translate={false}>{match.code}</p>
        </header>
        <h1>{t('report.title')}</h1>
        <p class="report-lead">
          {t('report.lead', { count: labs.length })} {t('report.noNames')}
        </p>
        <section>
          <h2>{t('report.ranking')}</h2>
          <Ranking labs={labs} />
          <p class="report-note">
            {t(isTown ? 'debrief.formulaTown' : 'debrief.formula').replaceAll('*', '')}{' '}
            {labs.some(({ rating }) => rating) && t('report.intervalLead')}{' '}
            {house && t('report.house', rounded(house))}
          </p>
        </section>
        <Years match={match} />
        <RaceChart match={match} labs={labs} />
        <SkillPlot match={match} />
        <Awards match={match} awards={awardsOf(match)} />
      </article>
      {sheets.length > 0 && <SurveySection sheets={sheets} />}
      {labs.map((lab) => (
        <LabSheet key={lab.team.id} lab={lab} />
      ))}
    </main>
  );
}
