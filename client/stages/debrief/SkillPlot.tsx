/** Size and skills of all labs: a small plot for each ability, since a model that guesses better need not know more. */

import type { MatchView } from '../../../shared/game/sync/view.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { t } from '../../i18n/t.ts';
import { logPosition } from '../../ui/chart-scale.ts';
import { TEAM_OUTLINES } from '../../ui/team-shapes.ts';
import { ABILITIES, abilityInWords, abilityPoints, type Ability, type AbilityPoint } from './skill-plot.ts';

const [WIDTH, HEIGHT] = [220, 150];
const [LEFT, RIGHT, TOP, BOTTOM] = [30, 204, 10, 122];
/** Team shapes are drawn in a box of 40. */
const [SIGN, OUTLINE_SIDE] = [18, 40];
const TICKS = [0, 50, 100];

function Panel({ points, ability }: { points: readonly AbilityPoint[]; ability: Ability }) {
  const sizes = points.map(({ parameters }) => parameters);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  /* Models of one size stand in the middle. */
  const toX = (size: number): number =>
    LEFT + SIGN + (high > low ? logPosition(size, low, high) : 0.5) * (RIGHT - LEFT - 2 * SIGN);
  const toY = (score: number): number => BOTTOM - ((BOTTOM - TOP) * Math.max(0, Math.min(100, score))) / 100;
  const ends = high > low ? [low, high] : [low];
  return (
    <figure class="skill-panel">
      <figcaption>
        <b>{t(`debrief.${ability}`)}</b> <span class="small">{t(`debrief.${ability}.about`)}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={abilityInWords(points, ability)}>
        {TICKS.map((tick) => (
          <g key={tick}>
            <path class="chart-grid" d={`M${LEFT} ${toY(tick)}H${RIGHT}`} />
            <text class="chart-muted" x={LEFT - 5} y={toY(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        {ends.map((size) => (
          <text key={size} class="chart-muted" x={toX(size)} y={HEIGHT - 10} text-anchor="middle">
            {formatQuantity(size)}
          </text>
        ))}
        {points.map(({ id, shape, parameters, score }) => (
          <path
            key={id}
            d={TEAM_OUTLINES[shape].path}
            transform={`translate(${toX(parameters) - SIGN / 2} ${toY(score[ability]) - SIGN / 2}) scale(${SIGN / OUTLINE_SIDE})`}
            fill={`var(--team-${shape})`}
            stroke="var(--outline)"
            stroke-width="3"
          />
        ))}
      </svg>
    </figure>
  );
}

export function SkillPlot({ match }: { match: MatchView }) {
  const points = abilityPoints(match);
  if (points.length < 2) return null;
  return (
    <section>
      <h2>{t('debrief.skills')}</h2>
      <p class="small">{t('debrief.skillsLead')}</p>
      <div class="skill-panels">
        {ABILITIES.map((ability) => (
          <Panel key={ability} points={points} ability={ability} />
        ))}
      </div>
    </section>
  );
}
