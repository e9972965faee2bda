/** A thread that says nothing any more is replaced, and what is asked next is answered by another. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineApi } from './api.ts';
import { PATIENCE_SECONDS, replaceable, type StartedEngine } from './replaceable.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** An engine that holds everything, or whose thread is dead. */
function engineOf({ isDead = false, name = 'a' } = {}) {
  const texts: (string | null)[] = [];
  const stop = vi.fn();
  const engine: Partial<EngineApi> = {
    holds: () => (isDead ? never() : Promise.resolve(true)),
    talk: () => (isDead ? never() : Promise.resolve(name)),
    guess: () => (isDead ? never() : Promise.resolve([])),
    keepOwnText(text) {
      texts.push(text);
      return Promise.resolve(null);
    },
    train: (_job, onProgress) =>
      new Promise((resolve) => {
        for (let second = 1; second <= 60; second++)
          setTimeout(
            () => onProgress({ tokens: second, tokensPerSecond: 1, loss: 1, load: 1 }),
            second * 1000,
          );
        setTimeout(() => resolve(null), 61_000);
      }),
  };
  return { started: { engine: engine as EngineApi, stop } satisfies StartedEngine, stop, texts };
}

describe('an engine whose thread died', () => {
  it('fails what it was asked, once, and is replaced', async () => {
    const [dead, next] = [engineOf({ isDead: true }), engineOf({ name: 'b' })];
    const start = vi.fn(() => Promise.resolve(next.started));
    const engine = replaceable(dead.started, start);
    const asked = [engine.holds('pretrain', 1), engine.talk({} as Parameters<EngineApi['talk']>[0])];
    const settled = Promise.allSettled(asked);
    await vi.advanceTimersByTimeAsync(PATIENCE_SECONDS * 1000);
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(start).toHaveBeenCalledTimes(1);
    expect(dead.stop).toHaveBeenCalledTimes(1);
    expect(await engine.talk({} as Parameters<EngineApi['talk']>[0])).toBe('b');
  });

  it('is given the own text again, but not that of a seat that was left', async () => {
    const [dead, next] = [engineOf({ isDead: true }), engineOf()];
    const engine = replaceable(dead.started, () => Promise.resolve(next.started));
    await engine.keepOwnText('my goat is called Brick');
    const asked = engine.holds('pretrain', 1).catch(() => 'gone');
    await vi.advanceTimersByTimeAsync(PATIENCE_SECONDS * 1000);
    expect(await asked).toBe('gone');
    await engine.holds('pretrain', 1);
    expect(next.texts).toEqual(['my goat is called Brick']);
  });

  it('is not taken for dead while it makes progress', async () => {
    const slow = engineOf();
    const start = vi.fn(() => never<StartedEngine>());
    const engine = replaceable(slow.started, start);
    const trained = engine.train(
      {} as Parameters<EngineApi['train']>[0],
      () => undefined,
      () => undefined,
    );
    await vi.advanceTimersByTimeAsync(62_000);
    expect(await trained).toBeNull();
    expect(start).not.toHaveBeenCalled();
  });
});
