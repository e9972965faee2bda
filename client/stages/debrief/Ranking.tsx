/** Who came where, with the three scores and what each is made of. */

import { t } from '../../i18n/t.ts';
import type { TeamScore } from '../../../shared/game/team-score.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { Paper } from '../../ui/Paper.tsx';
import { hueOf, shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { Term } from '../../ui/Term.tsx';
import { behindWords } from './behind.ts';
import { spentPercent, type RankedTeam } from './rank.ts';
import { partsOf, SCORES, type ScoreName } from './score-parts.ts';

function ScoreRow({ name, score, color }: { name: ScoreName; score: TeamScore; color: string }) {
  const value = score[name];
  const parts = partsOf(name, score).map(({ part, value: points }) =>
    t('debrief.part', { name: t(`debrief.${part}`), value: Math.round(points) }),
  );
  return (
    <div>
      <dt title={t(`debrief.${name}.about`)}>{t(`debrief.${name}`)}</dt>
      <dd>
        <span class="meter small-meter">
          <i style={{ width: `${value ?? 0}%`, background: color }} />
        </span>
        {value === null ? t('debrief.unmeasured') : Math.round(value)}
      </dd>
      <dd class="small">{parts.length > 0 ? parts.join(' · ') : t(`debrief.${name}.about`)}</dd>
    </div>
  );
}

/** Whether the labs compare: what each spent of the compute that all had. */
function computeWords(ranked: readonly RankedTeam[]): string {
  const spent = ranked.map(({ team }) => ({ team: team.name, share: spentPercent(team) }));
  if (spent.every(({ share }) => share === 100)) return t('debrief.computeAll');
  return t('debrief.computeUnequal', {
    labs: spent.map((lab) => t('debrief.computeOf', lab)).join(', '),
  });
}

export function Ranking({
  match,
  ranked,
  yourTeamId,
}: {
  match: MatchView;
  ranked: readonly RankedTeam[];
  yourTeamId: string | null;
}) {
  const isTown = ranked.some(({ team }) => team.debrief?.score?.town);
  return (
    <>
      <ol class="ranking">
        {ranked.map(({ team, rank, total }) => {
          const mine = team.id === yourTeamId;
          const score = team.debrief?.score;
          return (
            <li key={team.id}>
              <Paper
                cut="slip"
                seed={rank}
                fill={mine ? 'var(--cream)' : 'var(--sheet)'}
                class={mine ? 'on-stock' : ''}
              >
                <div class="rank-head">
                  <b class="rank-number title-face">{rank}</b>
                  <TeamShape shape={shapeOf(team.look)} sizePx={34} />
                  <b class="title-face">{team.name}</b>
                  <span>{total === null ? '…' : t('debrief.points', { points: Math.round(total) })}</span>
                </div>
                {score && (
                  <dl class="score-parts">
                    {SCORES.map((name) => (
                      <ScoreRow key={name} name={name} score={score} color={hueOf(team.look)} />
                    ))}
                  </dl>
                )}
                {behindWords(match, ranked, team).map((line) => (
                  <p key={line} class="small">
                    {line}
                  </p>
                ))}
              </Paper>
            </li>
          );
        })}
      </ol>
      <p class="small">
        {t(isTown ? 'debrief.formulaTown' : 'debrief.formula').split('*')[0]}
        <Term name="sealedTest" />. {computeWords(ranked)}
      </p>
    </>
  );
}
