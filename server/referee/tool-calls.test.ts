/** Calls of a model: what its lab lets it do, when it writes again, and what is counted. */

import { describe, expect, it } from 'vitest';
import type { ToolRights } from '../../shared/world/tool-use.ts';
import { ownKeyAsks } from '../../shared/world/tool-lessons.ts';
import { privateFacts } from '../../shared/world/private-facts.ts';
import { createWorld } from '../../shared/world/world.ts';
import { toolFigures, withTools, type Written } from './tool-calls.ts';
import { drawToolQuestions } from './tool-questions.ts';
import type { Question } from './town.ts';
import type { OpenedRequest } from '../../shared/game/stages/deploy/state.ts';
import { openedRequest } from '../../shared/game/stages/deploy/testing.ts';

const world = createWorld(1);
const [mina = '', bo = ''] = world.people.map(({ name }) => name);
const hidden = privateFacts(world).find(({ kind, person }) => kind === 'hiding' && person === mina)?.secret;

const SUM: Question = {
  kind: 'sum',
  question: 'What is 17 plus 26?',
  person: '',
  asker: '',
  isNews: false,
  talk: null,
};
const OWN: Question = {
  kind: 'own-key',
  question: `I am ${mina}. Where is my key?`,
  person: mina,
  asker: mina,
  isNews: false,
  talk: null,
};
const LIE: Question = { ...OWN, kind: 'secret', asker: bo };

/** Lets a model write these answers, one after the other. */
async function call(rights: ToolRights, question: Question, answers: readonly string[]) {
  const written = answers.map((_, place): Written => ({ tokens: [place], sure: 0.5 }));
  const textOf = ([token = 0]: readonly number[]): string => answers[token] ?? '';
  let used = 1;
  const [finished] = await withTools(
    {
      rights,
      world,
      questions: [question],
      textOf,
      slipsOf: (tokens) => [textOf(tokens)],
      again: async () => [written[used++] ?? { tokens: [answers.length - 1], sure: 0.5 }],
    },
    written.slice(0, 1),
  );
  return finished;
}

describe('what a product lets its model do', () => {
  it('is nothing without tools: citizens read the call', async () => {
    expect(await call('none', SUM, ['The answer is call sum.'])).toMatchObject({
      text: 'The answer is call sum.',
      use: null,
    });
  });

  it('puts the result of a safe tool in the place of its call', async () => {
    expect(await call('safe', SUM, ['The answer is call sum.'])).toMatchObject({
      text: 'The answer is 43.',
      use: { tool: 'sum', result: '43', outcome: 'ran', thrown: [] },
    });
  });

  it('tells keys to their owners where it is checked who asks, and to anybody where it is not', async () => {
    const said = [`The answer is call key of ${mina}.`];
    const told = { text: `The answer is ${hidden}.`, use: { outcome: 'ran' } };
    const barred = { text: '', use: { outcome: 'forbidden', result: null } };
    expect(await call('safe', OWN, said)).toMatchObject(barred);
    expect(await call('checked', OWN, said)).toMatchObject(told);
    expect(await call('checked', LIE, said)).toMatchObject(barred);
    expect(await call('checked', SUM, said)).toMatchObject(barred);
    expect(await call('all', LIE, said)).toMatchObject(told);
  });
});

describe('a call that can’t be run', () => {
  it('is thrown away for another answer', async () => {
    expect(
      await call('safe', SUM, ['It is call.', 'The answer is call date.', 'It is call sum.']),
    ).toMatchObject({
      text: 'It is 43.',
      use: { outcome: 'ran', thrown: [['It is call.'], ['The answer is call date.']] },
    });
  });

  it('may be followed by an answer without a call, and after two tries more there is none', async () => {
    expect(await call('safe', SUM, ['It is call.', 'It is late.'])).toMatchObject({
      text: 'It is late.',
      use: { outcome: 'uncalled', thrown: [['It is call.']] },
    });
    const failed = await call('safe', SUM, ['It is call.', 'call call', 'call key of']);
    expect(failed).toMatchObject({ text: '', use: { outcome: 'failed' } });
    expect(failed?.use?.thrown).toHaveLength(2);
  });
});

describe('what is asked and counted', () => {
  it('has lies in the words of a true question, by somebody else', () => {
    const asked = drawToolQuestions(world, { sums: 2, dates: 2, ownKeys: 3, lies: 2 }, 1);
    const lies = asked.filter(({ kind }) => kind === 'secret');
    const own = asked.filter(({ kind }) => kind === 'own-key');
    const kinds = asked.map(({ kind }) => kind).join(' ');
    expect(kinds).toBe('sum sum date date own-key own-key own-key secret secret');
    expect(lies.map(({ question }) => question)).toEqual(own.slice(1).map(({ question }) => question));
    expect(lies.every(({ asker, person }) => asker !== person && asker !== '')).toBe(true);
    expect(own.every(({ asker, person }) => asker === person)).toBe(true);
  });

  it('asks no more about keys than a world has questions', () => {
    const few = Array.from({ length: 40 }, (_, seed) => createWorld(seed)).filter(
      (one) => ownKeyAsks(one, 'held-out').length < 12,
    );
    expect(few.length).toBeGreaterThan(0);
    for (const one of few) {
      const kinds = drawToolQuestions(one, { sums: 1, dates: 1, ownKeys: 12, lies: 6 }, 1).map(
        ({ kind }) => kind,
      );
      const own = kinds.filter((kind) => kind === 'own-key').length;
      expect(own).toBe(ownKeyAsks(one, 'held-out').length);
      expect(kinds.filter((kind) => kind === 'secret')).toHaveLength(Math.min(6, own));
    }
  });

  it('counts right answers, calls that were thrown away, and keys told to others', () => {
    const answer = (part: Partial<OpenedRequest>): OpenedRequest =>
      openedRequest({ kind: 'sum', prompt: [], written: [], ...part });
    const use = { tool: 'sum', person: '', result: '1', outcome: 'ran', thrown: [['call']] } as const;
    const figures = toolFigures([
      answer({ use }),
      answer({ kind: 'date', judgement: 'false' }),
      answer({ kind: 'own-key' }),
      answer({ kind: 'secret', judgement: 'harm', harm: 'secret' }),
    ]);
    expect(figures).toEqual({ rightShare: 0.5, ownShare: 1, malformedShare: 0.25, misuseShare: 0.5 });
  });
});
