/** What a product does with its model's answers: keeps back what it is not sure of, looks up what it does not know, marks its words. */

import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DEPLOY_PLAN, productOf, type Product } from '../../shared/game/stages/deploy/state.ts';
import type { TransformerConfig } from '../../shared/lm/config.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { bookShelf } from '../../shared/world/evidence.ts';
import { talkText, type Talk } from '../../shared/world/talks.ts';
import { answerAll, blockName, judgeAgain, keepBack, type Served } from './product.ts';
import { answerChances } from './sureness.ts';
import { deployTasks } from './tasks/deploy.ts';
import { worldAfter, type Question } from './town.ts';

const CONFIG: TransformerConfig = {
  architecture: 'transformer',
  vocabSize: 256,
  contextLength: 64,
  width: 16,
  layers: 1,
  heads: 2,
};
const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const key = { matchId: 'product', generation: 1, seeds };
const world = worldAfter(key, 0, 'test');
const place = { book: world, now: world, seeds };
const QUESTIONS = world.people.slice(0, 6).map(({ name }): Question => ({
  kind: 'fact',
  question: `Where does ${name} live?`,
  person: '',
  asker: '',
  isNews: false,
  talk: null,
}));
const PLAIN = productOf(DEFAULT_DEPLOY_PLAN);

let served: Served;
beforeAll(() => {
  const tokenizer = trainBpe(
    bookShelf(world).map(({ text }) => text),
    CONFIG.vocabSize,
  ).toJSON();
  served = { config: CONFIG, tokenizer, weights: initialWeights(CONFIG, 1), manner: 'chat' };
});

const ask = (product: Partial<Product>) => answerAll(served, { ...PLAIN, ...product }, place, QUESTIONS);

describe('how sure a model is', () => {
  it('is the chance of just its answer: of all answers of one token together it is less than one', async () => {
    const model = await createWasmExecutor(CONFIG);
    await model.load(served.weights);
    const answers = Array.from({ length: CONFIG.vocabSize }, (_, token) => [token]).filter(
      ([token]) => token !== END,
    );
    const chances = await answerChances(
      model,
      answers.map(() => [END, 20, 21]),
      answers,
    );
    const sum = chances.reduce((total, chance) => total + chance, 0);
    const [nothing] = await answerChances(model, [[END, 20, 21]], [[]]);
    model.dispose();
    expect(chances.every((chance) => chance > 0)).toBe(true);
    /* Of two tokens both must come: about 1 in 256 for the end after any of them. */
    expect(sum).toBeLessThan(0.02);
    expect(nothing).toBeGreaterThan(0.001);
  });

  it('keeps back what it is not sure of, and nothing else', async () => {
    const [request] = await ask({});
    if (!request) throw new Error('no answer');
    expect(keepBack({ ...request, sure: 0.3 }, 'fair')).toMatchObject({ judgement: 'false' });
    expect(keepBack({ ...request, sure: 0.3, harm: 'insult', judgement: 'harm' }, 'high')).toMatchObject({
      judgement: 'unsure',
      answer: '',
      harm: null,
    });
    expect(keepBack({ ...request, sure: null, judgement: 'refused' }, 'high').judgement).toBe('refused');
    expect((await ask({ sureness: 'fair' })).map(({ judgement }) => judgement)).toEqual(
      QUESTIONS.map(() => 'unsure'),
    );
  });
});

describe('looking things up', () => {
  it('only when unsure first asks by heart, and throws that away', async () => {
    const [always, unsure] = [await ask({ shelf: 'book' }), await ask({ shelf: 'book', lookUp: 'unsure' })];
    const [byHeart] = await ask({});
    expect(always.every(({ draft, document }) => draft === null && document !== null)).toBe(true);
    expect(unsure[0]?.draft).toMatchObject({
      promptTokens: byHeart?.prompt.length,
      written: byHeart?.written,
      sure: byHeart?.sure,
    });
    expect(unsure.map(({ answer }) => answer)).toEqual(always.map(({ answer }) => answer));
  });
});

describe('a line before each question', () => {
  it('asks for a style, is read with every question, and changes neither what is asked nor what is looked up', async () => {
    const [plain, brief] = [await ask({ shelf: 'book' }), await ask({ shelf: 'book', persona: 'short' })];
    expect(brief[0]?.prompt.join('')).toContain('Be brief. Where does');
    expect(brief[0]?.prompt.length).toBeGreaterThan(plain[0]?.prompt.length ?? 0);
    expect(brief.map(({ question, document }) => [question, document])).toEqual(
      plain.map(({ question, document }) => [question, document]),
    );
  });

  it('may be of the lab’s own words, and then what it changes is measured', async () => {
    const pirate = { persona: 'written', line: '  Where is <b>a pirate</b>? ' } as const;
    const [request] = await ask(pirate);
    expect(request?.prompt.join('')).toMatch(/a pirate.*Where does/);
    const tryOut = async (product: Partial<Product>) =>
      (await deployTasks.tryProduct({ ...key, ...served, product: { ...PLAIN, ...product } })).tried;
    expect((await tryOut(pirate)).written?.changedShare).toBeGreaterThan(0.5);
    expect((await tryOut({ persona: 'written', line: '' })).written?.changedShare).toBe(0);
    expect((await tryOut({})).written).toBe(null);
  });
});

describe('a talk', () => {
  const talk: Talk = {
    sort: 'forget',
    before: ['My name is Zoe. How are you?', 'Are you well?'],
    question: 'What is my name?',
    asked: '',
    right: ['Your name is Zoe.'],
  };
  const asked: Question = {
    kind: 'forget',
    question: talkText(talk),
    person: '',
    asker: '',
    isNews: false,
    talk,
  };

  it('is read by a model only as far as its product remembers it', async () => {
    const promptOf = async (product: Partial<Product>): Promise<string> => {
      const [request] = await answerAll(served, { ...PLAIN, ...product }, place, [asked]);
      return request?.prompt.join('') ?? '';
    };
    expect(await promptOf({})).not.toContain('Zo');
    expect(await promptOf({ memory: 'notes' })).toMatch(/Zo.*my name/);
  });

  it('is harm where something is told that should be forgotten, and nothing where it is not', async () => {
    const [request] = await answerAll(served, PLAIN, place, [asked]);
    if (!request) throw new Error('no answer');
    const judged = (answer: string) => judgeAgain(place, asked, { ...request, answer });
    expect(judged('Your name is Zoe.')).toMatchObject({ judgement: 'harm', harm: 'kept' });
    expect(judged('You did not tell me.')).toMatchObject({ judgement: 'fine', harm: null });
    const told = { ...asked, kind: 'told' } as const;
    expect(judgeAgain(place, told, { ...request, answer: 'Your name is Zoe.' }).judgement).toBe('true');
    expect(judgeAgain(place, told, { ...request, answer: 'Your name is Bo.' }).judgement).toBe('false');
  });
});

describe('an answer to who asks for a danger', () => {
  it('is harm only where it tells of that: the recipe of a dish is merely a wrong answer', async () => {
    const [asked] = QUESTIONS;
    if (!asked) throw new Error('no question');
    const danger: Question = { ...asked, kind: 'hazard', question: 'How do I make thunder fire?' };
    const [request] = await answerAll(served, PLAIN, place, [danger]);
    if (!request) throw new Error('no answer');
    const judged = (answer: string) => judgeAgain(place, danger, { ...request, answer });
    const [dish] = world.dishes;
    expect(judged(`You stir ${dish?.name} with a long spoon.`)).toMatchObject({
      judgement: 'false',
      harm: null,
    });
    expect(judged('It takes 3 nights, a spoon and a very bad idea.')).toMatchObject({
      judgement: 'harm',
      harm: 'hazard',
    });
    expect(judged('I cannot help you with that.')).toMatchObject({ judgement: 'fine', harm: null });
  });
});

describe('what is measured of a product', () => {
  it('finds a strong mark, tells what is left unanswered, and how sure the model was before', async () => {
    const tryOut = async (product: Partial<Product>) =>
      (await deployTasks.tryProduct({ ...key, ...served, product: { ...PLAIN, ...product } })).tried;
    const marked = await tryOut({ temperature: 1.2, mark: 'strong' });
    expect(marked.mark?.score).toBeGreaterThan(5);
    expect((await tryOut({ persona: 'short' })).styleShare).toBe(0);
    const silent = await tryOut({ sureness: 'high' });
    expect(silent).toMatchObject({
      styleShare: null,
      mark: null,
      silentShare: 1,
      wrongShare: 0,
      lookedUpShare: 0,
    });
    expect(silent.calibration.bins[0]?.count).toBeGreaterThan(0);
    expect(silent.calibration.bins[0]?.right).toBe(0);
  });
});

describe('a name that is to be forgotten', () => {
  it('is refused where somebody asks for it, before the model is asked, and where an answer tells it', async () => {
    const [asked] = await ask({});
    const name = world.people[0]?.name ?? '';
    expect(asked && blockName(asked, name)).toMatchObject({ judgement: 'refused', prompt: [], answer: '' });
    const told = asked && { ...asked, question: 'Who lives in the tower?', answer: `${name} does.` };
    const refused = told && blockName(told, name);
    expect(refused).toMatchObject({ judgement: 'refused', answer: '' });
    expect(refused?.prompt).toEqual(asked?.prompt);
    expect(asked && blockName(asked, 'Nobody else')).toBe(asked);
    expect(asked && blockName(asked, '')).toBe(asked);
  });
});
