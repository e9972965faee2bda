/** The way of a model is told by what was measured before and after each step, and all labs stand in the plot of their skills. */

import { expect, it } from 'vitest';
import { must } from '../../../shared/game/testing.ts';
import { fixtureMatch } from '../fixture.ts';
import { abilityInWords, abilityPoints } from './skill-plot.ts';
import { skillSteps, stepSentences } from './skill-steps.ts';

const match = fixtureMatch('debrief');
const [team] = match.teams;

it('each step says what it moved, the most first, and not what hardly moved', () => {
  const { states, lines } = skillSteps(team);
  expect(states).toEqual(['pretrained', 'tuned', 'aligned']);
  expect(lines.map(({ skill }) => skill)).toContain('form');
  const taught = structuredClone(team);
  const { pretrained, tuned } = must(taught.debrief?.results);
  Object.assign(pretrained.evals, { form: 0.02, facts: 0.7, exercises: 0.5, sentences: 0.6 });
  Object.assign(must(tuned).evals, { form: 0.9, facts: 0.6, exercises: 0.52, sentences: 0.6 });
  const [lessons] = stepSentences(taught);
  expect(lessons).toMatch(/form 2 → 90\s%; facts right 70 → 60\s%\.$/);
  Object.assign(must(tuned).evals, pretrained.evals);
  expect(stepSentences(taught)[0]).toMatch(/nothing/);
});

it('a model that had no lessons has no steps', () => {
  const untaught = structuredClone(team);
  const results = must(untaught.debrief?.results);
  Object.assign(results, { tuned: null, aligned: null });
  results.preference = { ...results.preference, tuned: null, aligned: null };
  expect(skillSteps(untaught)).toEqual({ states: [], lines: [] });
  expect(stepSentences(untaught)).toEqual([]);
});

it('the plot has a point for each lab and year, and says the same in words', () => {
  const points = abilityPoints(match);
  expect(points).toHaveLength(match.teams.length);
  const words = abilityInWords(points, 'facts');
  for (const { name } of match.teams) expect(words).toContain(name);
  const score = must(team.debrief?.score);
  const older = structuredClone(match);
  older.teams[0].past = [{ score, parameters: 40_000 }];
  expect(abilityPoints(older)).toHaveLength(points.length + 1);
  expect(abilityInWords(abilityPoints(older), 'facts')).toMatch(/first: [^,]+, year 1/);
});
