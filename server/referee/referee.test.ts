import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import { FINE_TUNING_ROWS } from '../../shared/lm/sft.ts';
import { sliceRows } from '../../shared/data/rows.ts';
import { SCORED_KINDS } from '../../shared/world/document.ts';
import { epochsFor } from './pairs.ts';
import { createReferee } from './referee.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const key = { matchId: 'BOKA42', generation: 1, seeds };
const referee = createReferee();
const { run } = referee.forMatch(key.matchId, {
  signal: new AbortController().signal,
  isUrgent: () => true,
});
afterAll(() => referee.close());

describe('held-out text', () => {
  const texts = createTexts(seeds);
  it.each(SCORED_KINDS)('of %s is as long as the others and stands in no dataset', (kind) => {
    const market = new Set(texts.market[kind].map(({ text }) => text));
    const validation = new Set(texts.validation.texts[kind].map(({ text }) => text));
    for (const { text } of texts.validation.texts[kind]) expect(market).not.toContain(text);
    for (const { text } of texts.sealed.texts[kind]) {
      expect(market).not.toContain(text);
      expect(validation).not.toContain(text);
    }
    const bytes = texts.validation.texts[kind].reduce((sum, { text }) => sum + text.length, 0);
    expect(bytes).toBeGreaterThanOrEqual(4_000);
    expect(bytes).toBeLessThan(5_200);
  });
});

/** Collects garbage now; Node has no public way to ask for it without a flag at the start. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('the referee', () => {
  it('keeps nothing of a match that is over', async () => {
    const begin = (): WeakRef<object> => {
      const match = { isPaused: false };
      const over = new AbortController();
      referee.forMatch('OVER42', { signal: over.signal, isUrgent: () => match.isPaused });
      over.abort(new Error('the match is over'));
      return new WeakRef(match);
    };
    const match = begin();
    await expect
      .poll(
        () => {
          collectGarbage();
          return match.deref() === undefined;
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(true);
  });

  it('describes the market in real documents and counted tokens', async () => {
    const market = await run('market', key);
    const stories = market.reply.datasets.find(({ kind }) => kind === 'stories');
    expect(stories?.documents).toBe(market.documents.stories.length);
    expect(stories?.tokens['1024']).toBeLessThan(stories?.tokens['256'] ?? 0);
    expect(market.decks.short.packs.facts).toHaveLength(12);
  });

  it('prepares a model, scores it, and examines it at the end', async () => {
    const scale = { size: 'tiny', contextLength: 32 } as const;
    const model = await run('prepare', {
      ...key,
      data: DEFAULT_DATA_PLAN,
      scale,
      checkpoint: null,
      budgetFlops: 5e9,
    });
    expect(model.prepared.parameters).toBe(model.weights.length);
    expect(model.prepared.datasets).toHaveLength(6);
    expect(model.prepared.trigramBitsPerByte).toBeLessThan(model.prepared.untrainedBitsPerByte);
    expect(model.prepared.untrainedSamples).toHaveLength(3);
    const { config, tokenizer, weights } = model;
    const { heldOut } = model;
    const score = await run('score', { ...key, config, tokenizer, weights, heldOut });
    expect(score.ownHeldOut).toBeGreaterThan(1);
    expect(score.bitsPerByte).toBeCloseTo(model.prepared.untrainedBitsPerByte, 5);
    expect(score.samples).toEqual(model.prepared.untrainedSamples);

    const replay = sliceRows(model.rows, 0, 800);
    const plan = DEFAULT_FINE_TUNE_PLAN;
    const { rows, leftOut } = await run('prepareTuning', { ...key, config, tokenizer, plan, replay });
    expect(rows.count).toBe(FINE_TUNING_ROWS);
    /* With a context this short, the odd card with long names does not fit. */
    expect(leftOut).toBeLessThan(3);
    const tuning = await run('scoreTuning', {
      ...key,
      config,
      tokenizer,
      weights,
      baseWeights: weights,
    });
    expect(tuning.answers).toHaveLength(10);
    expect(tuning.inFormShare).toBe(0);

    const paired = await run('samplePairs', {
      ...key,
      config,
      tokenizer,
      weights,
      teamId: 'a',
      count: 8,
    });
    expect(paired.pairs).toHaveLength(8);
    for (const { trait, a, b } of paired.pairs) expect([trait, a === b]).toEqual(['kind', false]);
    const judged = paired.pairs.map(({ trait, question, a, b }) => ({
      trait,
      question,
      chosen: a,
      rejected: b,
    }));
    const {
      rows: pairRows,
      taught,
      reward,
    } = await run('prepareAlign', {
      ...key,
      config,
      tokenizer,
      weights,
      plan,
      preferences: judged,
      principles: [],
      pairs: [],
      method: 'pairs',
    });
    expect(pairRows.count).toBe(8 * 4 * epochsFor(8));
    expect(taught).toEqual({ toneVotes: 8, agreement: null, asked: 0, practised: 0, people: null });
    const aligned = await run('scoreAlign', {
      ...key,
      config,
      tokenizer,
      weights,
      baseWeights: weights,
      reward,
      principles: [],
    });
    expect(aligned.outcome.after).toEqual(paired.before);
    expect(aligned.outcome.klNats).toBeCloseTo(0, 3);
    expect(aligned.outcome.answers).toHaveLength(8);

    const tuned = { tunedWeights: weights, alignedWeights: weights };
    const final = await run('final', { ...key, config, tokenizer, weights, lastYear: null, ...tuned });
    expect(final.pretrained.perKind).toEqual(final.tuned?.perKind);
    expect(final.aligned).toEqual(final.tuned);
    expect(final.preference.aligned).toEqual(final.preference.tuned);
    expect(Object.keys(final.pretrained.perKind)).toEqual([...SCORED_KINDS]);
    expect(final.pretrained.evals.facts).toBeLessThan(0.2);
    expect(final.pretrained.evals.sentences).toBe(0);
  });
});

describe('a referee of two threads', () => {
  it('has a match of each in its own: neither waits for the other', async () => {
    const both = createReferee({ threads: 2 });
    const signal = new AbortController().signal;
    const askerOf = (matchId: string) => {
      const { run: ask } = both.forMatch(matchId, { signal, isUrgent: () => true });
      return (name: 'market' | 'reading') => ask(name, { ...key, matchId });
    };
    const [busy, other] = [askerOf('AAAA11'), askerOf('BBBB22')];
    const done: string[] = [];
    const flood = [1, 2, 3].map((number) => busy('market').then(() => done.push(`busy ${number}`)));
    await other('reading').then(() => done.push('other'));
    expect(done).not.toContain('busy 3');
    await Promise.all(flood);
    await both.close();
  });
});
