/** The lever of the context's length: a question can only be answered from a fact that is still in view. */

import { createRandom, type Random } from '../../shared/random.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import { sentencesOf } from '../../shared/world/sentences.ts';
import { capitalize, withArticle } from '../../shared/world/template.ts';
import type { World } from '../../shared/world/types.ts';
import type { Lever, Measures } from './lever.ts';
import { mixOf, openStudy, shareOf, TINY, tokenizerOf, trainOn } from './study.ts';

const LENGTHS = [16, 64] as const;
const TOKENS = 600_000;
const STORY_BYTES = 100_000;
const DOCUMENTS = 4_000;
const QUESTIONS = 100;
/** Tokens between the fact and the question's end, at least and at most. */
const DISTANCE: readonly [number, number] = [30, 42];

/** A question about something told before; `text` ends before the answer. */
interface Recall {
  text: string;
  answer: string;
}

/** "Mina has lost a goose.", some sentences in which no animal is named, and "What has Mina lost? A goose." */
function recallWriter(world: World, fillers: readonly string[], tokenizer: Tokenizer, random: Random) {
  const lengthOf = (text: string): number => tokenizer.encode(text).length;
  return (): Recall => {
    const { name } = random.pick(world.people);
    const animal = withArticle(random.pick(world.animals).kind);
    const question = `What has ${name} lost?`;
    for (;;) {
      const filler = [random.pick(fillers), random.pick(fillers)].join(' ');
      const distance = lengthOf(` ${filler} ${question}`);
      if (distance < DISTANCE[0] || distance > DISTANCE[1]) continue;
      return { text: `${name} has lost ${animal}. ${filler} ${question}`, answer: `${capitalize(animal)}.` };
    }
  };
}

export const context: Lever = {
  name: 'context',
  question: 'What does a model know of something that it read 30 tokens ago?',
  arms: { '16': 'sees 16 tokens', '64': 'sees 64 tokens' },
  metrics: {
    recall: `share of ${QUESTIONS} questions answered rightly whose fact stands ${DISTANCE.join(' to ')} tokens back`,
  },
  claims: [{ metric: 'recall', off: '16', on: '64', expected: 'rises' }],
  measure: async (seed) => {
    const { world, corpus } = openStudy(seed);
    const stories = corpus('stories', STORY_BYTES, 'market');
    const tokenizer = tokenizerOf(stories, TINY.vocabSize);
    const kinds = world.animals.flatMap(({ kind, plural }) => [kind, plural]);
    const fillers = stories
      .flatMap(({ text }) => sentencesOf(text))
      .filter((sentence) => !kinds.some((kind) => sentence.includes(kind)));
    const random = createRandom(seed).fork('recall');
    const write = recallWriter(world, fillers, tokenizer, random);
    const documents = Array.from({ length: DOCUMENTS }, (): TextDocument => {
      const { text, answer } = write();
      return { kind: 'stories', text: `${text} ${answer}`, ownRow: false };
    });
    const asked = Array.from({ length: QUESTIONS }, write);
    const measures: Measures = {};
    for (const contextLength of LENGTHS) {
      const stream = { tokenizer, contextLength, tokens: TOKENS, seed };
      const model = await trainOn({ ...TINY, contextLength }, mixOf([[1, documents]], stream), { seed });
      const maxTokens = 6;
      const prompts = asked.map(({ text }) =>
        [END, ...tokenizer.encode(text)].slice(-(contextLength - maxTokens)),
      );
      const options = { maxTokens, temperature: 0, topP: 1, seed, stopTokens: [END] };
      const answers = (await model.generate(prompts, options)).map((tokens) =>
        tokenizer.decode(tokens).trim(),
      );
      measures[contextLength] = { recall: shareOf(asked, ({ answer }, index) => answers[index] === answer) };
      model.dispose();
    }
    return measures;
  },
};
