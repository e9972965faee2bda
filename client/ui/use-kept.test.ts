/** What was chosen stands until the server says the same: other news in between take nothing back, a refusal does. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Chosen } from './use-kept.ts';

/** A box that was never ticked, and a server whose answers are given by hand. */
function open() {
  const chosen = new Chosen(false);
  let answer = (_ok: boolean): void => undefined;
  const choose = (value: boolean) => {
    const done = chosen.choose(value, () => {
      return new Promise((resolve) => (answer = (ok) => resolve({ ok })));
    });
    return async (ok: boolean) => {
      answer(ok);
      await done;
    };
  };
  return { chosen, choose, shown: () => chosen.choice.value?.value ?? null };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('a box that the server keeps', () => {
  it('shows what was chosen while the server still says what was before', () => {
    const { chosen, choose, shown } = open();
    choose(true);
    chosen.keep(false);
    expect(shown()).toBe(true);
  });

  it('goes by the server again once that has said the same', async () => {
    const { chosen, choose, shown } = open();
    await choose(true)(true);
    chosen.keep(false);
    expect(shown()).toBe(true);
    chosen.keep(true);
    expect(shown()).toBe(null);
  });

  it('goes by the server at once where its word came before its yes', async () => {
    const { chosen, choose, shown } = open();
    const answer = choose(true);
    chosen.keep(true);
    expect(shown()).toBe(true);
    await answer(true);
    expect(shown()).toBe(null);
  });

  it('springs back when it was refused', async () => {
    const { choose, shown } = open();
    await choose(true)(false);
    expect(shown()).toBe(null);
  });

  it('stays with the last of two, whatever becomes of the first', async () => {
    const { chosen, shown } = open();
    const first = chosen.choose(true, () => Promise.resolve({ ok: false }));
    void chosen.choose(false, () => new Promise(() => undefined));
    await first;
    chosen.keep(true);
    expect(shown()).toBe(false);
  });

  it('stands no longer than some seconds where another chose since, so that the server never says it', async () => {
    const { choose, shown } = open();
    await choose(true)(true);
    await vi.advanceTimersByTimeAsync(4000);
    expect(shown()).toBe(true);
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown()).toBe(null);
  });
});
