/** A person's text is learned by an adapter on the device: switched on the model says it, switched off it is as it was. */

import { describe, expect, it } from 'vitest';
import { encodeCheckpoint } from '../../../shared/lm/checkpoint.ts';
import { createWasmExecutor } from '../../../shared/lm/executors/wasm.ts';
import { initialWeights } from '../../../shared/lm/init.ts';
import { trainBpe } from '../../../shared/tokenizer/bpe.ts';
import { adapt } from './adapt.ts';
import type { SpeakingModel } from './api.ts';
import { Speaker } from './speaker.ts';

/** A rhyme, again and again: its end is like its beginning. */
const OWN = Array.from(
  { length: 30 },
  () => 'the fog sits on the old gray wall. no boat is there at all.',
).join(' ');
const tokenizer = trainBpe(['xylophone '.repeat(9)], 264);
const config = {
  architecture: 'transformer' as const,
  vocabSize: tokenizer.vocabSize,
  contextLength: 32,
  width: 16,
  layers: 2,
  heads: 2,
};
const bytes = encodeCheckpoint({
  config,
  tokenizerHash: tokenizer.hash,
  step: 0,
  tokens: 0,
  weights: initialWeights(config, 1),
});
const model: SpeakingModel = { name: 'base', kind: 'checkpoint', bytes, tokenizer: tokenizer.toJSON() };

describe('a text of the player’s own', () => {
  it('is learned by an adapter, which the model speaks with only while it is on', async () => {
    const told: number[] = [];
    const job = { model, text: OWN, way: 'adapter' } as const;
    const learned = await adapt(job, createWasmExecutor, { onStep: (done) => told.push(done) });
    if (!learned.ok || !learned.adapter) throw new Error('nothing was learned');
    expect(learned.after).toBeLessThan(learned.before - 1);
    expect(told.at(-1)).toBe(1);

    const speaker = new Speaker(createWasmExecutor);
    const ask = (asked: SpeakingModel): Promise<string> =>
      speaker.say({ model: asked, text: 'the fog', manner: 'continue', seed: 1, temperature: 0 });
    const before = await ask(model);
    expect(await ask({ ...model, name: 'base/adapter', adapter: learned.adapter })).not.toBe(before);
    expect(await ask(model)).toBe(before);
    speaker.forget();
  });

  it('can be learned by all the weights, to compare', async () => {
    const whole = await adapt({ model, text: OWN, way: 'full' }, createWasmExecutor, {
      onStep: () => undefined,
    });
    if (!whole.ok) throw new Error('nothing was learned');
    expect(whole.adapter).toBeNull();
    expect(whole.numbers).toBe(initialWeights(config, 1).length);
    expect(whole.after).toBeLessThan(whole.before - 1);
  });

  it.each([
    ['', 'empty'],
    ['too short', 'too_short'],
    ['1'.repeat(500), 'monotone'],
    [`PK\u0003\u0004${'\u0000'.repeat(400)}`, 'binary'],
    ['a long book. '.repeat(50_000), 'too_big'],
  ])('is refused with a reason where it cannot be learned (%#)', async (text, problem) => {
    const found = await adapt({ model, text, way: 'adapter' }, createWasmExecutor, {
      onStep: () => undefined,
    });
    expect(found).toEqual({ ok: false, problem });
  });
});
