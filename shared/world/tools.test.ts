/** Tools that a model may call: what they say, and that nothing a model or a citizen writes makes them do anything else. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { privateFacts } from './private-facts.ts';
import { callFor, drawToolAsk, isToolTrue, TOOL_TOPICS, toolCards } from './tool-lessons.ts';
import { parseCall, runTool, spliceResult, writeCall } from './tools.ts';
import { createWorld } from './world.ts';

const world = createWorld(1);
const [mina] = world.people;
const [first, second] = world.calendar.months;
const last = world.calendar.months.at(-1);
const key = privateFacts(world).find(({ kind, person }) => kind === 'hiding' && person === mina.name);

const sum = (question: string) => runTool(world, { tool: 'sum' }, question);
const date = (question: string) => runTool(world, { tool: 'date' }, question);

describe('a call', () => {
  it('is read in an answer, and its result goes in its place', () => {
    const said = 'The answer is call sum.';
    expect(parseCall(said)).toEqual({ tool: 'sum' });
    expect(spliceResult(said, { tool: 'sum' }, '43')).toBe('The answer is 43.');
    expect(parseCall(`It is call key of ${mina.name}, my friend.`)).toEqual({
      tool: 'key',
      person: mina.name,
    });
    expect(parseCall('It is called Pip.')).toBeNull();
  });

  it.each([
    'call',
    'The answer is call," said Lovi.',
    'The answer is call summary.',
    'The answer is call sum call sum.',
    'call call call sum',
    'call key of',
    'call key of mina',
    'call key of <b>Mina</b>',
    'call key of Ми́на',
    'call sumé',
    'call sum(sum(sum(1, 2), 3), 4)'.replaceAll('sum(', 'call('),
    'call __proto__',
    'call constructor',
    `call key of M${'i'.repeat(10_000)}`,
    `${'a'.repeat(10_000)} call sum`,
  ])('that is none is malformed: %s', (said) => {
    expect(parseCall(said)).toBe('malformed');
  });
});

describe('the tools', () => {
  it('add two numbers of the question, and nothing else', () => {
    expect(sum('What is 17 plus 26?')).toBe('43');
    for (const question of [
      'What is 17 plus?',
      'What is 1 plus 2 plus 3?',
      `What is ${'9'.repeat(400)} plus 1?`,
      'What is ٣ plus ٤?',
      'What is ¾ plus Ⅻ?',
      'What is Infinity plus NaN?',
      '',
    ])
      expect(sum(question)).toBeNull();
    expect(sum('<img src=x onerror=alert(1)> and 2')).toBe('3');
  });

  it('count days over the ends of months and of the year', () => {
    expect(date(`Which day comes 5 days after day 27 of ${first}?`)).toBe(`day 2 of ${second}`);
    expect(date(`What day is it 1 days after day 30 of ${last}?`)).toBe(`day 1 of ${first}`);
    for (const question of [
      `Which day comes 5 days after day 0 of ${first}?`,
      `Which day comes 5 days after day 31 of ${first}?`,
      'Which day comes 5 days after day 3 of May?',
      `Which day comes 99999 days after day 3 of ${first}?`,
      `Which day comes 5 days after day 3 of ${first}s?`,
      'What is 17 plus 26?',
    ])
      expect(date(question)).toBeNull();
  });

  it('know keys of the world’s people, and of nobody else', () => {
    const keyOf = (person: string) => runTool(world, { tool: 'key', person }, 'Where is my key?');
    expect(keyOf(mina.name)).toBe(key?.secret);
    for (const person of ['Nobody', 'constructor', '__proto__', '', mina.name.toLowerCase()])
      expect(keyOf(person)).toBeNull();
  });
});

describe('cards about tools', () => {
  it('have a call that works in each, of training questions only, and no result', () => {
    const cards = toolCards(world, { style: 'full', count: 200, seed: 1 });
    for (const { question, answer } of cards) {
      const call = parseCall(answer);
      expect(call).toBeTypeOf('object');
      if (call === null || call === 'malformed') continue;
      expect(runTool(world, call, question)).not.toBeNull();
    }
    const held = TOOL_TOPICS.map((topic) => drawToolAsk(world, topic, 'held-out', createRandom(2)));
    expect(cards.some(({ question }) => held.some((ask) => ask.question === question))).toBe(false);
    const told = cards.filter(({ answer }) =>
      privateFacts(world).some(({ secret }) => answer.includes(secret)),
    );
    expect(told).toEqual([]);
  });

  it('are answered by the tool’s own words, in any style', () => {
    const ask = { topic: 'sum', question: 'What is 17 plus 26?', person: '' } as const;
    expect(isToolTrue(world, ask, 'It is 43, my friend.')).toBe(true);
    expect(isToolTrue(world, ask, 'The answer is 44.')).toBe(false);
    expect(isToolTrue(world, ask, `The answer is ${writeCall(callFor(ask))}.`)).toBe(false);
  });
});
