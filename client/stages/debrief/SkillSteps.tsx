/** The way of a lab's model as one drawing: what it could do after it had read, after its lessons, and after people had voted. */

import type { TeamView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { spreadLabels } from '../../ui/chart-scale.ts';
import { skillSteps, stepSentences, type Skill } from './skill-steps.ts';

/** Of the drawing, which is scaled to the place that there is. */
const [WIDTH, HEIGHT] = [640, 300];
const [LEFT, TOP, BOTTOM] = [84, 16, 258];
/** Where the last state stands: behind it is room for the names of the lines. */
const RIGHT = 430;
const LABEL_GAP = 24;
const TICKS = [0, 50, 100];

const STOCK: Readonly<Record<Skill, string>> = {
  facts: 'var(--teal)',
  exercises: 'var(--brick)',
  form: 'var(--plum)',
  sentences: 'var(--mustard)',
  kind: 'var(--steel-2)',
  truth: 'var(--kraft-2)',
};

export function SkillSteps({ team }: { team: TeamView }) {
  const { states, lines } = skillSteps(team);
  if (states.length < 2) return null;
  const sentences = stepSentences(team);
  const toX = (index: number): number => LEFT + ((RIGHT - LEFT) * index) / (states.length - 1);
  const toY = (percent: number): number => BOTTOM - ((BOTTOM - TOP) * percent) / 100;
  const ends = lines.map(({ points }) => points.at(-1)?.percent ?? 0);
  const heights = spreadLabels(ends.map(toY), LABEL_GAP, TOP, BOTTOM);
  return (
    <section>
      <h2>{t('debrief.steps')}</h2>
      <svg class="skill-steps" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {TICKS.map((tick) => (
          <g key={tick}>
            <path class="chart-grid" d={`M${LEFT} ${toY(tick)}H${RIGHT}`} />
            <text class="chart-muted" x={LEFT - 8} y={toY(tick) + 6} text-anchor="end">
              {t('debrief.percent', { share: tick })}
            </text>
          </g>
        ))}
        {states.map((state, index) => (
          <text
            key={state}
            x={index === 0 ? 0 : toX(index)}
            y={HEIGHT - 12}
            text-anchor={index === 0 ? 'start' : index === states.length - 1 ? 'end' : 'middle'}
          >
            {t(`debrief.${state}`)}
          </text>
        ))}
        {lines.map(({ skill, points }, line) => {
          const places = points.map(
            ({ state, percent }) => [toX(states.indexOf(state)), toY(percent)] as const,
          );
          return (
            <g key={skill} style={{ '--stock': STOCK[skill] }}>
              <path class="skill-line" d={places.map(([x, y], i) => `${i ? 'L' : 'M'}${x} ${y}`).join('')} />
              {places.map(([x, y], i) => (
                <circle key={i} cx={x} cy={y} r={6} />
              ))}
              <text class="skill-name" x={RIGHT + 14} y={heights[line] + 6}>
                {t('debrief.skillEnd', { percent: ends[line], skill: t(`debrief.skill.${skill}`) })}
              </text>
            </g>
          );
        })}
      </svg>
      <ul class="strings">
        {sentences.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
