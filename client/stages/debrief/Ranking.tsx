/** Who came where, with the three scores and what each is made of. */

import { t } from '../../i18n/t.ts';
import type { TeamScore } from '../../../shared/game/match.ts';
import { Paper } from '../../ui/Paper.tsx';
import { hueOf, shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { Term } from '../../ui/Term.tsx';
import { spentPercent, type RankedTeam } from './rank.ts';

/** The public scores, and the parts of those that have any. */
export const SCORES = ['use', 'trust', 'science'] as const;
const PARTS = {
  use: [],
  trust: ['truth', 'form'],
  science: ['language', 'stories', 'exercises', 'facts'],
} as const;

function ScoreRow({
  name,
  score,
  color,
}: {
  name: (typeof SCORES)[number];
  score: TeamScore;
  color: string;
}) {
  const value = score[name];
  const parts = PARTS[name].map((part) =>
    t('debrief.part', { name: t(`debrief.${part}`), value: Math.round(score[part]) }),
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
                    {SCORES.map((name) => (
                      <ScoreRow key={name} name={name} score={score} color={hueOf(team.look)} />
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
        <Term name="sealedTest" />. {computeWords(ranked)}
      </p>
    </>
  );
}
