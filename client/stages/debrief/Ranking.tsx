/** Who came where, with the four parts of each score. */

import { t } from '../../../shared/i18n/t.ts';
import { Paper } from '../../overlay/Paper.tsx';
import { hueOf, shapeOf } from '../../overlay/team.ts';
import { TeamShape } from '../../overlay/TeamShape.tsx';
import { Term } from '../../overlay/Term.tsx';
import type { RankedTeam } from './rank.ts';

export const SCORE_PARTS = ['language', 'exercises', 'facts', 'form'] as const;

export function Ranking({
  ranked,
  yourTeamId,
}: {
  ranked: readonly RankedTeam[];
  yourTeamId: string | null;
}) {
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
                    {SCORE_PARTS.map((part) => (
                      <div key={part}>
                        <dt title={t(`debrief.${part}.about`)}>{t(`debrief.${part}`)}</dt>
                        <dd>
                          <span class="meter small-meter">
                            <i style={{ width: `${score[part]}%`, background: hueOf(team.look) }} />
                          </span>
                          {Math.round(score[part])}
                        </dd>
                      </div>
                    ))}
                  </dl>
                )}
              </Paper>
            </li>
          );
        })}
      </ol>
      <p class="small">
        {t('debrief.formula').split('*')[0]}
        <Term name="sealedTest" />.
      </p>
    </>
  );
}
