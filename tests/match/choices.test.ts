/** A choices file is an experiment: what is left out is the default, what is wrong is named. */

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../../shared/game/bot-choices.ts';
import { parseChoices, readChoices } from './choices.ts';

const FOLDER = fileURLToPath(new URL('choices', import.meta.url));

describe('a choices file', () => {
  it('may set one stage of one team and leave the rest', () => {
    const text = JSON.stringify({ teams: [{}, { scale: { size: 'medium', contextLength: 32 } }] });
    const [first, second, third] = parseChoices(text, 3);
    expect(first).toEqual(defaultChoices(0));
    expect(second).toEqual({ ...defaultChoices(1), scale: { size: 'medium', contextLength: 32 } });
    expect(third).toEqual(defaultChoices(2));
  });

  it.each([
    [{ scale: { size: 'gigantic', contextLength: 64 } }, /team 1, scale: .*size/s],
    [{ data: { purchases: { stories: 'whole' }, shares: { web: 1 }, vocabSize: 512 } }, /data\/not_bought/],
    [{ data: { ...defaultChoices(0).data, heldOutShare: 0 } }, /data\/no_held_out/],
    [{ data: { ...defaultChoices(0).data, purchases: { stories: 'archive' } } }, /data\/not_your_archive/],
    [{ bid: 5 }, /bid/],
    [{ 'fine-tune': { ...defaultChoices(0)['fine-tune'], replayShare: 0.3 } }, /replayShare/],
    [{ sclae: {} }, /sclae/],
  ])('that is wrong says where: %j', (team, message) => {
    expect(() => parseChoices(JSON.stringify({ teams: [team] }), 1)).toThrow(message);
  });

  it.each(readdirSync(FOLDER))('of the examples reads: %s', (name) => {
    const teams = readChoices(join(FOLDER, name));
    expect(teams.length).toBeGreaterThanOrEqual(3);
    expect(() => readChoices(join(FOLDER, name), 1)).toThrow(/in a match of 1/);
  });
});
