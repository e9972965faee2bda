/** The data tools serve match after match: datasets of one are not looked at in the next, and answers that come late are dropped. */

import { beforeEach, expect, it, vi } from 'vitest';
import { endSession, openSeat, session } from '../session/current.ts';
import { ADAS_SEAT, openRoom, type TestRoom } from '../session/testing.ts';
import { copiesFound, lookForCopies, openTexts, texts, toolName } from './cleaning.ts';

/** Tools that find something whenever the test lets them. */
const tools = vi.hoisted(() => ({
  kept: new Map<string, string[]>(),
  keep: async (name: string, pages: string[]) => void tools.kept.set(name, pages),
  forget: async (name: string) => void tools.kept.delete(name),
  found: [] as ((copies: unknown) => void)[],
  findCopies: () => new Promise((resolve) => tools.found.push(resolve)),
}));

vi.mock('./data-tools/host.ts', () => ({ dataTools: async () => tools }));
vi.stubGlobal('location', { href: 'http://game/' });
vi.stubGlobal('history', { replaceState: () => undefined });

/** Takes a seat in another match, whose web has these pages. */
async function enterMatch(): Promise<TestRoom> {
  const room = openRoom();
  await openSeat(ADAS_SEAT, room.transport);
  return room;
}

async function openWeb(room: TestRoom, pages: string[]): Promise<boolean> {
  const opened = openTexts('web');
  room.calls[0].answer({ texts: pages });
  return opened;
}

beforeEach(() => {
  endSession(null);
  tools.kept.clear();
  tools.found.length = 0;
});

it('each match has its own web, and a left one is forgotten', async () => {
  expect(await openWeb(await enterMatch(), ['first'])).toBe(true);
  const before = session.peek();
  expect(tools.kept.get(toolName(before, 'web'))).toEqual(['first']);
  const room = await enterMatch();
  expect(texts.value).toEqual({});
  await vi.waitFor(() => expect(tools.kept.size).toBe(0));
  expect(await openWeb(room, ['second'])).toBe(true);
  expect([...tools.kept]).toEqual([[toolName(session.peek(), 'web'), ['second']]]);
  expect(tools.kept.has(toolName(before, 'web'))).toBe(false);
});

it('pages that come after their match was left are kept nowhere', async () => {
  const room = await enterMatch();
  const opened = openTexts('web');
  await enterMatch();
  room.calls[0].answer({ texts: ['late'] });
  expect(await opened).toBe(false);
  expect(texts.value).toEqual({});
  expect(tools.kept.size).toBe(0);
});

it('copies that are found after their match was left show in no other', async () => {
  await openWeb(await enterMatch(), ['first']);
  const looking = lookForCopies([{ kind: 'web', bytes: 5 }], 0.8);
  await vi.waitFor(() => expect(tools.found).toHaveLength(1));
  await enterMatch();
  tools.found[0]({ dropped: 3, examples: [] });
  await looking;
  expect(copiesFound.value).toEqual({});
});
