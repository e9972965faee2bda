import { describe, expect, it } from 'vitest';
import { TestMatch } from '../../shared/game/testing.ts';
import { openMemoryStore } from '../store/memory.ts';
import { createDirectory, type Directory, type HostedMatch } from './directory.ts';
import { makeWay, MOST_MATCHES, MOST_OF_ADDRESS } from './make-way.ts';

const MINUTE_MS = 60_000;

/** A match of which only what matters here is there. */
function open(
  directory: Directory,
  code: string,
  changes: Partial<HostedMatch> = {},
  players: string[] = [],
) {
  const { match } = new TestMatch(2, players);
  const life = new AbortController();
  const hosted = {
    code,
    address: '10.0.0.1',
    openedAtMs: 0,
    visitors: 0,
    service: { match, signal: life.signal },
    end: async () => life.abort(),
    ...changes,
  } as HostedMatch;
  directory.add(hosted);
  return hosted;
}

function opened(directory: Directory, count: number, changes: Partial<HostedMatch> = {}): void {
  for (let i = 0; i < count; i++) open(directory, `CODE${i}`, changes);
}

describe('another match', () => {
  it('is opened while there is room', () => {
    const directory = createDirectory(openMemoryStore());
    opened(directory, MOST_OF_ADDRESS - 1);
    expect(makeWay(directory, '10.0.0.1', MINUTE_MS).ok).toBe(true);
    expect(directory.size).toBe(MOST_OF_ADDRESS - 1);
  });

  it('takes the place of the oldest of the same address that nobody ever joined', () => {
    const directory = createDirectory(openMemoryStore());
    open(directory, 'SEATED', {}, ['ada']);
    opened(directory, MOST_OF_ADDRESS);
    expect(makeWay(directory, '10.0.0.1', MINUTE_MS).ok).toBe(true);
    expect(directory.byCode('CODE0')).toBeNull();
    expect(directory.byCode('SEATED')).not.toBeNull();
  });

  it('ends none that somebody is in, that has begun, or that was opened a moment ago', () => {
    const directory = createDirectory(openMemoryStore());
    opened(directory, MOST_OF_ADDRESS, { visitors: 1 });
    expect(makeWay(directory, '10.0.0.1', MINUTE_MS)).toMatchObject({
      error: { code: 'protocol/too_many_matches' },
    });
    open(directory, 'BEGUN').service.match.stage = 'data';
    open(directory, 'NEW', { openedAtMs: MINUTE_MS - 1000 });
    expect(makeWay(directory, '10.0.0.1', MINUTE_MS)).toMatchObject({
      error: { code: 'protocol/too_many_matches' },
    });
    expect(directory.size).toBe(MOST_OF_ADDRESS + 2);
  });

  it('is nothing that another address can prevent', () => {
    const directory = createDirectory(openMemoryStore());
    opened(directory, MOST_OF_ADDRESS, { visitors: 1 });
    expect(makeWay(directory, '10.0.0.2', MINUTE_MS).ok).toBe(true);
    for (let i = 0; directory.size < MOST_MATCHES; i++)
      open(directory, `BOT${i}`, { address: `10.1.0.${Math.floor(i / 10)}` });
    expect(makeWay(directory, '10.0.0.2', MINUTE_MS).ok).toBe(true);
    expect(directory.size).toBe(MOST_MATCHES - 1);
    expect(directory.byCode('BOT0')).toBeNull();
  });
});
