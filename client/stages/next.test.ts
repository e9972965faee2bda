/** What comes next, in words: of the stages that this match goes through, and no others. */

import { expect, it } from 'vitest';
import { createSettings } from '../../shared/game/presets.ts';
import { t } from '../i18n/t.ts';
import { dayOf } from '../../shared/game/stages/deploy/shown.ts';
import { fixtureMatch } from './fixture.ts';
import { nextWords } from './next.ts';

it('is the next hour of the day in town, and the arena after the last', () => {
  const match = fixtureMatch('deploy');
  const day = dayOf(match);
  if (!day) throw new Error('the fixture has no day');
  const at = (hoursDone: number, isServing: boolean) =>
    nextWords({ ...match, views: { ...match.views, deploy: { ...day, hoursDone, isServing } } });
  const count = day.hourCount;
  expect(at(1, false)).toBe(t('deploy.hour', { hour: 2, count }));
  expect(at(1, true)).toBe(t('deploy.hour', { hour: 3, count }));
  expect(at(count - 1, true)).toBe(t('stage.arena'));
  expect(at(count, false)).toBe(t('stage.arena'));
});

it.each([
  { leftOut: [], next: 'align' as const },
  { leftOut: ['align' as const], next: 'test' as const },
  { leftOut: ['align' as const, 'test' as const], next: 'deploy' as const },
  { leftOut: ['align' as const, 'test' as const, 'deploy' as const], next: 'arena' as const },
])('without $leftOut it is the $next after fine-tuning', ({ leftOut, next }) => {
  const settings = createSettings('workshop', { leftOut });
  expect(nextWords({ ...fixtureMatch('fine-tune'), teams: [], settings })).toBe(t(`stage.${next}`));
});
