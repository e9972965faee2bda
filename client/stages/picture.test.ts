/** Scenes are told what the match says. */

import { describe, expect, it } from 'vitest';
import { STAGES } from '../../shared/game/stages/registry.ts';
import { fixtureMatch } from './fixture.ts';
import { entryOf } from './registry.ts';
import { pretrainPicture } from './pretrain/picture.ts';

describe('the picture of a stage', () => {
  it.each(STAGES)('gives %s a picture that can be described', (stage) => {
    const match = fixtureMatch(stage);
    const { picture } = entryOf(stage);
    const state = picture.of(match, { team: match.teams[0], playerId: 'p0' });
    expect(picture.describe(state)).not.toMatch(/NaN|undefined/);
  });

  it('counts the updates of every device, and shows only the own lab at work', () => {
    const match = fixtureMatch('pretrain');
    const state = pretrainPicture.of(match, { team: match.teams[0], playerId: 'p0' });
    expect(state.devices.map(({ name, updates }) => [name, updates])).toEqual([
      ['Ada', 8],
      ['Tomasz', 6],
    ]);
  });
});
