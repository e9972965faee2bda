/** What a listener or a callback throws is logged, and everything else goes on. */

import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { expectErrors } from '../tests/server-errors.ts';
import { guard } from './guard.ts';
import { guardListeners } from './guard-listeners.ts';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a guarded callback', () => {
  it('may throw, at once or later', async () => {
    const errors = expectErrors();
    guard('the clock', () => {
      throw new Error('at once');
    });
    guard('the clock', () => Promise.reject(new Error('later')));
    await tick();
    expect(errors.map(({ message, error }) => [message, (error as Error).message])).toEqual([
      ['the clock failed', 'at once'],
      ['the clock failed', 'later'],
    ]);
  });
});

describe('guarded listeners', () => {
  function throwing(): { emitter: EventEmitter; mended: unknown[] } {
    const emitter = new EventEmitter();
    const mended: unknown[] = [];
    guardListeners(emitter, 'the upgrade', (event, [first]) => mended.push([event, first]));
    emitter.on('knock', () => {
      throw new Error('at once');
    });
    emitter.on('knock', () => Promise.reject(new Error('later')));
    return { emitter, mended };
  }

  it('hear an event though others threw', async () => {
    const errors = expectErrors();
    const { emitter, mended } = throwing();
    const heard: string[] = [];
    emitter.on('knock', (who: string) => heard.push(who));
    expect(emitter.emit('knock', 'Ada')).toBe(true);
    await tick();
    expect(heard).toEqual(['Ada']);
    expect(mended).toEqual([]);
    expect(errors).toHaveLength(2);
  });

  it('leave nobody waiting when all of them threw', async () => {
    expectErrors();
    const { emitter, mended } = throwing();
    emitter.emit('knock', 'Ada');
    await tick();
    expect(mended).toEqual([['knock', 'Ada']]);
  });

  it('that listen once do so, and see their emitter as they would without a guard', () => {
    const emitter = new EventEmitter();
    guardListeners(emitter, 'the upgrade');
    const seen: unknown[] = [];
    emitter.once('knock', function knock(this: unknown) {
      seen.push(this === emitter);
    });
    emitter.emit('knock');
    expect([emitter.emit('knock'), seen]).toEqual([false, [true]]);
  });

  it('are not needed for an error: it is logged where nobody listens', () => {
    const errors = expectErrors();
    const emitter = new EventEmitter();
    guardListeners(emitter, 'the upgrade');
    emitter.emit('error', new Error('stuck'));
    expect(errors.map(({ message }) => message)).toEqual(['An error of the upgrade']);
  });
});
