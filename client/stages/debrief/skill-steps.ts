/** What each step of a model's way did to its skills: lessons and votes, and what rose or fell by them. */

import { t } from '../../i18n/t.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { measureRows, MODEL_STATES, type Measure, type ModelState } from './measures.ts';

/** Shares that a step may change; surprise is on a scale of its own. */
const SKILLS = [
  'facts',
  'exercises',
  'form',
  'sentences',
  'kind',
  'truth',
] as const satisfies readonly Measure[];
export type Skill = (typeof SKILLS)[number];

/** Smaller changes may be chance: the sealed test has some hundred questions. */
const LEAST_POINTS = 5;

interface SkillLine {
  skill: Skill;
  /** In percent, of the states in which it was measured. */
  points: { state: ModelState; percent: number }[];
}

export interface SkillSteps {
  /** States of the model from its pretraining on, in order. */
  states: ModelState[];
  lines: SkillLine[];
}

/** Skills that were measured in two states or more; no lines where there is only one. */
export function skillSteps(team: TeamView): SkillSteps {
  const rows = measureRows(team);
  const lines = SKILLS.flatMap((skill): SkillLine[] => {
    const values = rows.find(({ measure }) => measure === skill)?.values;
    const points = MODEL_STATES.flatMap((state) => {
      const value = values?.[state] ?? null;
      return value === null ? [] : [{ state, percent: Math.round(100 * value) }];
    });
    return points.length > 1 ? [{ skill, points }] : [];
  });
  const states = MODEL_STATES.filter((state) =>
    lines.some(({ points }) => points.some((point) => point.state === state)),
  );
  return { states, lines };
}

/** What was done before a model was in this state. */
function deed(team: TeamView, state: ModelState): string {
  const { plans, alignment } = team.debrief ?? {};
  const cards = Object.values(plans?.['fine-tune']?.cards ?? {}).reduce((sum, count) => sum + count, 0);
  return state === 'tuned'
    ? t('debrief.deedLessons', { cards })
    : t('debrief.deedVotes', { pairs: alignment?.pairsUsed ?? 0 });
}

/** A sentence for each step: what was done, and which skills moved by it, most first. */
export function stepSentences(team: TeamView): string[] {
  const { states, lines } = skillSteps(team);
  return states.slice(1).map((state, index) => {
    const before = states[index];
    const percentIn = (line: SkillLine, wanted: ModelState): number | undefined =>
      line.points.find((point) => point.state === wanted)?.percent;
    const moved = lines
      .flatMap((line) => {
        const [from, to] = [percentIn(line, before), percentIn(line, state)];
        return from === undefined || to === undefined || Math.abs(to - from) < LEAST_POINTS
          ? []
          : [{ skill: line.skill, from, to }];
      })
      .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
    const words = { deed: deed(team, state) };
    return moved.length === 0
      ? t('debrief.stepNothing', words)
      : t('debrief.step', {
          ...words,
          changes: moved
            .map(({ skill, from, to }) =>
              t('debrief.stepChange', { skill: t(`report.measure.${skill}`), before: from, after: to }),
            )
            .join('; '),
        });
  });
}
