/** Every viewer sees the teams in the same order, however the synchronised map holds them. */

import { describe, expect, it } from 'vitest';
import { createMatch } from '../rules/create.ts';
import { createSettings } from '../rules/settings.ts';
import { createMatchState } from './project.ts';
import { readView } from './view.ts';

describe('readView', () => {
  it('orders teams by their look', () => {
    const settings = createSettings('short', { teamCount: 3 });
    const match = createMatch({ code: 'ABCD12', settings, teamNames: ['Mudlarks', 'Tin Hat', 'Odd Socks'] });
    const shuffled = { ...match, teams: Object.fromEntries(Object.entries(match.teams).reverse()) };
    const names = readView(createMatchState(shuffled)).teams.map(({ name }) => name);
    expect(names).toEqual(['Mudlarks', 'Tin Hat', 'Odd Socks']);
  });
});
