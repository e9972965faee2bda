/** What comes next, in words: of the stages that this match goes through, and no others. */

import { expect, it } from 'vitest';
import { createSettings } from '../../shared/game/presets.ts';
import { t } from '../i18n/t.ts';
import { fixtureMatch } from './fixture.ts';
import { nextWords } from './next.ts';

it.each([
  { leftOut: [], next: 'align' as const },
  { leftOut: ['align' as const], next: 'test' as const },
  { leftOut: ['align' as const, 'test' as const], next: 'deploy' as const },
  { leftOut: ['align' as const, 'test' as const, 'deploy' as const], next: 'arena' as const },
])('without $leftOut it is the $next after fine-tuning', ({ leftOut, next }) => {
  const settings = createSettings('workshop', { leftOut });
  expect(nextWords({ ...fixtureMatch('fine-tune'), teams: [], settings })).toBe(t(`stage.${next}`));
});
