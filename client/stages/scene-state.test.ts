/** Scenes are told what the match says. */

import { describe, expect, it } from 'vitest';
import { STAGES } from '../../shared/lifecycle.ts';
import { fixtureMatch } from './fixture.ts';
import { sceneState } from './scene-state.ts';
import { describeScene } from './scenery.ts';

describe('sceneState', () => {
  it.each(STAGES)('gives %s a picture that can be described', (stage) => {
    const match = fixtureMatch(stage);
    const state = sceneState(stage, match, { team: match.teams[0], playerId: 'p0' });
    expect(describeScene(stage, state)).not.toMatch(/NaN|undefined/);
  });

  it('counts the updates of every device, and shows only the own lab at work', () => {
    const match = fixtureMatch('pretrain');
    const state = sceneState('pretrain', match, { team: match.teams[0], playerId: 'p0' });
    expect(state.devices.map(({ name, updates }) => [name, updates])).toEqual([
      ['Ada', 8],
      ['Tomasz', 6],
    ]);
  });
});
