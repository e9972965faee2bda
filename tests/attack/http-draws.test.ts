import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { decodeUpdate } from '../../shared/game/wire/read-update.ts';
import { NOTHING_KNOWN } from './from-validator.ts';
import { updates } from './http-bodies.ts';
import { drawRequests } from './http-draws.ts';

const seat = (name: string) => ({
  roomId: 'room',
  playerId: `player-of-${name}`,
  seatToken: `token-of-${name}`,
});
const match = {
  code: 'BOKA42',
  roomId: 'room',
  hostToken: 'token-of-host',
  stage: 'lobby' as const,
  seats: ['ada', 'bob', 'cy', 'dee'].map(seat),
  watcher: { roomId: 'room', watcherId: 'eve', seatToken: 'token-of-eve' },
};
const drawn = fc.sample(
  drawRequests(() => [match], NOTHING_KNOWN, []),
  { numRuns: 8_000, seed: 1 },
);

describe('hostile requests', () => {
  it.each(Object.entries(ROUTES))(
    'go to %s as it is meant to be asked, with tokens that are worth something',
    (_name, route) => {
      const pattern = new RegExp(`^${route.replace(/:\w+/g, '[^/?%]+')}$`);
      const honest = drawn.filter(({ path }) => pattern.test(path));
      expect(
        honest.some(({ headers }) => String(headers?.authorization).startsWith('Bearer token-of-')),
      ).toBe(true);
      expect(new Set(honest.map(({ method }) => method)).size).toBeGreaterThan(1);
    },
  );

  it('know which of them may enter a room, and which not', () => {
    const entering = drawn.filter(({ path }) => path === '/matchmake/joinById/room');
    expect(entering.some(({ isForeign }) => !isForeign)).toBe(true);
    expect(entering.some(({ isForeign }) => isForeign)).toBe(true);
  });

  it('have broken escapes, bodies beyond all limits, and many headers', () => {
    expect(drawn.some(({ path }) => path.includes('%zz'))).toBe(true);
    expect(drawn.some(({ body }) => (body?.length ?? 0) > 2_500_000)).toBe(true);
    expect(drawn.some(({ headers }) => Object.keys(headers ?? {}).length > 50)).toBe(true);
  });
});

describe('updates that were tampered with', () => {
  it('are read or refused, and never throw', () => {
    const results = fc.sample(updates, { numRuns: 2_000, seed: 1 }).map((bytes) => decodeUpdate(bytes));
    const read = results.filter(({ ok }) => ok).length;
    expect(read).toBeGreaterThan(100);
    expect(results.length - read).toBeGreaterThan(400);
  });
});
