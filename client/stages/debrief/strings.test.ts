/** The strings from choice to result. */

import { describe, expect, it } from 'vitest';
import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../../shared/game/stages/fine-tune/plan.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { fixtureMatch } from '../fixture.ts';
import { kindResults } from './rank.ts';
import { strings } from './strings.ts';

const match = fixtureMatch('debrief');

/** A lab that read stories alone, with these lessons chosen and none learned. */
function storyReader(): TeamView {
  const [team] = structuredClone(match.teams);
  if (!team.debrief?.plans.data) throw new Error('the fixture has a debrief');
  team.debrief.plans.data = {
    ...team.debrief.plans.data,
    purchases: { stories: 'whole' },
    shares: { stories: 1 },
  };
  team.debrief.plans['fine-tune'] = DEFAULT_FINE_TUNE_PLAN;
  team.runs['fine-tune'] = null;
  return team;
}

describe('what a lab did not do', () => {
  it('is told with what the model can without it', () => {
    const team = storyReader();
    const stories = kindResults(team).find(({ kind }) => kind === 'stories');
    const guess = guessWords(stories?.bitsPerByte ?? NaN);
    const told = strings(match, team).join(' ');
    expect(told).toContain(`On what it did read, it guesses letters like ${guess}.`);
    expect(told).toContain(t('debrief.stringUntaught'));
  });

  it('is no string of a lab that read all kinds and had its lesson', () => {
    const [team] = match.teams;
    const unread = kindResults(team).some(({ share }) => share === 0);
    const told = strings(match, team).join(' ');
    expect(told.includes('never read')).toBe(unread);
  });
});
