/** A question goes with the stage that it is about. */

import { expect, it } from 'vitest';
import { fixtureMatch } from '../stages/fixture.ts';
import { ask, openQuestion } from './question.ts';

const scale = fixtureMatch('scale');

it('stays open while its stage is on, whatever else changes', () => {
  const asked = ask('skip', scale, true);
  expect(openQuestion(asked, scale)).toBe('skip');
  const emptied = { ...scale, players: [] };
  expect(openQuestion(asked, emptied)).toBe('skip');
  expect(openQuestion(null, scale)).toBeNull();
});

it.each([
  ['the next stage', fixtureMatch('pretrain')],
  ['the same stage a year later', { ...scale, generation: 2 }],
  ['the same stage, begun again', { ...scale, repeats: 1 }],
])('is gone in %s, so that a late yes decides nothing there', (_when, match) => {
  expect(openQuestion(ask('skip', scale, true), match)).toBeNull();
});
