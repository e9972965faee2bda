/** The host's keys do what they say, and only when it makes sense. */

import { describe, expect, it } from 'vitest';
import { fixtureMatch } from '../stages/fixture.ts';
import { isPress, shortcutFor } from './shortcuts.ts';

describe('shortcutFor', () => {
  it('starts only in a lobby with players', () => {
    expect(shortcutFor('s', fixtureMatch('lobby'))).toEqual({ kind: 'move', move: { type: 'host/start' } });
    expect(shortcutFor('s', { ...fixtureMatch('lobby'), players: [] })).toBeNull();
    expect(shortcutFor('s', fixtureMatch('data'))).toBeNull();
  });

  it('pauses and goes on with the same key', () => {
    expect(shortcutFor('P', fixtureMatch('data'))).toMatchObject({ move: { type: 'host/pause' } });
    expect(shortcutFor('p', { ...fixtureMatch('data'), pausedAtMs: 5 })).toMatchObject({
      move: { type: 'host/resume' },
    });
  });

  it('gives more time to the stage that is on the screen, and to no other', () => {
    const extend = { type: 'host/extend', seconds: 60 };
    expect(shortcutFor('e', fixtureMatch('data'))).toMatchObject({ move: { ...extend, step: '1.data' } });
    const later = { ...fixtureMatch('align'), generation: 2 };
    expect(shortcutFor('e', later)).toMatchObject({ move: { ...extend, step: '2.align' } });
  });

  it('knows no key for skipping', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789') {
      const shortcut = shortcutFor(key, fixtureMatch('data'));
      expect(shortcut?.kind === 'move' && shortcut.move.type === 'host/skip').toBe(false);
    }
  });
});

describe('a press', () => {
  const key = { repeat: false, ctrlKey: false, metaKey: false, altKey: false };

  it('is one, however long the key is held: a held E gives one minute', () => {
    const events = [key, ...Array.from({ length: 20 }, () => ({ ...key, repeat: true }))];
    expect(events.filter(isPress)).toHaveLength(1);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s belongs to the browser', (modifier) => {
    expect(isPress({ ...key, [modifier]: true })).toBe(false);
  });
});
