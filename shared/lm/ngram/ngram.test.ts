import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { countBytes, evaluateBitsPerByte } from '../bits-per-byte.ts';
import { PADDING, toBatch, type Rows } from '../rows.ts';
import { NgramLanguageModel } from './ngram-model.ts';
import { fitNgram, ngramProbabilities } from './ngram.ts';

const VOCAB = 16;

/** Rows of a language in which the last two tokens nearly decide the next one. */
function languageRows(count: number, seed: number, contextLength = 24): Rows {
  const random = createRandom(seed);
  const tokens = new Uint16Array(count * (contextLength + 1));
  for (let row = 0; row < count; row++) {
    let [before, last] = [random.int(VOCAB), random.int(VOCAB)];
    for (let column = 0; column <= contextLength; column++) {
      tokens[row * (contextLength + 1) + column] = last;
      const next = random.chance(0.8) ? (before * 3 + last * 5 + 1) % VOCAB : random.int(VOCAB);
      [before, last] = [last, next];
    }
  }
  return { contextLength, count, tokens, lossFrom: new Uint16Array(count).fill(1) };
}

const natsPerToken = async (fitted: Rows, heldOut: Rows, order: number): Promise<number> => {
  const model = new NgramLanguageModel(fitNgram(fitted, VOCAB, order), heldOut.contextLength);
  const { nats, weight } = await model.evaluate(toBatch(heldOut, 0, heldOut.count));
  return nats / weight;
};

describe('the n-gram baseline', () => {
  const fitted = languageRows(800, 1);
  const heldOut = languageRows(100, 2);

  it('predicts better the more it looks back, where that tells something', async () => {
    const orders = [1, 2, 3].map((order) => natsPerToken(fitted, heldOut, order));
    const [uni, bi, tri] = await Promise.all(orders);
    expect(uni).toBeCloseTo(Math.log(VOCAB), 1);
    expect(tri).toBeLessThan(bi - 0.5);
  });

  it('comes near the entropy of the language', async () => {
    const favourite = 0.8 + 0.2 / VOCAB;
    const entropy = -favourite * Math.log(favourite) - 15 * (0.2 / VOCAB) * Math.log(0.2 / VOCAB);
    const tri = await natsPerToken(fitted, heldOut, 3);
    expect(tri).toBeGreaterThan(entropy - 0.05);
    expect(tri).toBeLessThan(entropy + 0.25);
  });

  it('gives probabilities that sum to 1 after any context, each above 0', () => {
    const model = fitNgram(languageRows(5, 3), VOCAB);
    for (const context of [[], [3], [3, 4], [9, 9, 9, 1]]) {
      const probabilities = ngramProbabilities(model, context);
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
      expect(Math.min(...probabilities)).toBeGreaterThan(0);
    }
  });

  it('agrees with itself: nats of a row are the logs of its probabilities', async () => {
    const model = fitNgram(fitted, VOCAB);
    const row: Rows = {
      contextLength: 3,
      count: 1,
      tokens: Uint16Array.of(1, 7, 2, 5),
      lossFrom: Uint16Array.of(1),
    };
    const expected = [7, 2, 5].reduce(
      (sum, token, i) => sum - Math.log(ngramProbabilities(model, row.tokens.subarray(0, i + 1))[token]),
      0,
    );
    const { nats } = await new NgramLanguageModel(model, 4).evaluate(toBatch(row, 0, 1));
    expect(nats).toBeCloseTo(expected, 10);
  });

  it('is not fooled into trusting rows that it saw in many epochs', async () => {
    const few = languageRows(60, 4);
    const epochs: Rows = {
      contextLength: few.contextLength,
      count: few.count * 8,
      tokens: Uint16Array.from(
        { length: few.tokens.length * 8 },
        (_, i) => few.tokens[i % few.tokens.length],
      ),
      lossFrom: new Uint16Array(few.count * 8).fill(1),
    };
    const [once, often] = await Promise.all([few, epochs].map((rows) => natsPerToken(rows, heldOut, 3)));
    expect(often).toBeLessThan(once + 0.1);
  });

  it('counts and scores only tokens that carry loss', async () => {
    const tokens = Uint16Array.of(1, 2, 3, 4, PADDING);
    const row: Rows = { contextLength: 4, count: 1, tokens, lossFrom: Uint16Array.of(3) };
    const model = fitNgram(row, VOCAB);
    const { weight } = await new NgramLanguageModel(model, 4).evaluate(toBatch(row, 0, 1));
    expect(weight).toBe(1);
    expect(model.contexts[0].get(0)).toBe(1);
  });

  it('says the same of every token when it was fitted on nothing', async () => {
    const nothing: Rows = {
      contextLength: 4,
      count: 0,
      tokens: new Uint16Array(),
      lossFrom: new Uint16Array(),
    };
    expect(await natsPerToken(nothing, heldOut, 3)).toBeCloseTo(Math.log(VOCAB), 10);
  });
});

describe('the n-gram as a language model', () => {
  const model = new NgramLanguageModel(fitNgram(languageRows(800, 1), VOCAB, 3), 24);
  const greedy = { maxTokens: 4, temperature: 0, topP: 1, seed: 1, stopTokens: [] };

  it('goes on as the language does', async () => {
    const [answer] = await model.generate([[3, 4]], greedy);
    const expected = [3, 4];
    while (expected.length < 6) {
      const [before, last] = expected.slice(-2);
      expected.push((before * 3 + last * 5 + 1) % VOCAB);
    }
    expect(answer).toEqual(expected.slice(2));
  });

  it('stops at a stop token, at the end of the context and when asked for nothing, like a network', async () => {
    const [free] = await model.generate([[3, 4]], greedy);
    const stopTokens = [free[2]];
    expect(await model.generate([[3, 4]], { ...greedy, stopTokens })).toEqual([
      free.slice(0, free.indexOf(free[2])),
    ]);
    const long = Array.from({ length: 22 }, () => 1);
    expect((await model.generate([long], { ...greedy, maxTokens: 9 }))[0]).toHaveLength(2);
    expect(await model.generate([long], { ...greedy, maxTokens: 0 })).toEqual([[]]);
  });

  it('answers a prompt alike whatever stands beside it, and otherwise with other dice', async () => {
    const options = { ...greedy, maxTokens: 12, temperature: 1, seed: 4 };
    const prompts = [[1], [2, 3], [5]];
    const answers = await model.generate(prompts, options);
    expect(await model.generate(prompts.slice(0, 1), options)).toEqual(answers.slice(0, 1));
    expect(await model.generate(prompts, { ...options, seed: 5 })).not.toEqual(answers);
  });

  it('tells the loss of each row, and refuses what no network would read', async () => {
    const heldOut = languageRows(5, 3);
    const batch = toBatch(heldOut, 0, 5);
    const losses = await model.rowLosses(batch);
    const { nats } = await model.evaluate(batch);
    expect(losses).toHaveLength(5);
    expect(losses.reduce((sum, loss) => sum + loss, 0)).toBeCloseTo(nats, 3);
    await expect(model.generate([[VOCAB]], greedy)).rejects.toThrow(/outside the vocabulary/);
    await expect(model.evaluate({ ...batch, rows: 0 })).rejects.toThrow(/rows must be at least 1/);
  });
});

describe('bits per byte', () => {
  it('are nats in bits over UTF-8 bytes', () => {
    expect(evaluateBitsPerByte(8 * Math.LN2, countBytes(['a', 'é', '木']))).toBeCloseTo(8 / 6);
    expect(evaluateBitsPerByte(0, 0)).toBeNaN();
  });
});
