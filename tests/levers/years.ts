/** Levers of a second generation: what last year's model knows of this year, and whether to go on from it or to begin anew. */

import { changedClozes, isCorrectCloze } from '../../shared/evals/facts.ts';
import type { DistillingExecutor } from '../../shared/lm/executor.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import type { WorldKind, TextDocument } from '../../shared/world/document.ts';
import type { Lever, Measures } from './lever.ts';
import {
  bitsPerByte,
  continuations,
  mixOf,
  openStudy,
  shareOf,
  TINY,
  tokenizerOf,
  trainOn,
  unseen,
  type Study,
} from './study.ts';

const KINDS: readonly WorldKind[] = ['encyclopedia', 'stories', 'news'];
const BYTES_OF_EACH = 150_000;
const HELD_OUT_BYTES = 6_000;
const TOKENS = 400_000;
/** As the game asks for facts. */
const ASKING = { temperature: 0, maxTokens: 12 } as const;

interface Year {
  study: Study;
  parts: TextDocument[][];
}

function openYear(seed: number, year: number): Year {
  const study = openStudy(seed, year);
  return { study, parts: KINDS.map((kind) => study.corpus(kind, BYTES_OF_EACH, 'market')) };
}

export const nextYear: Lever = {
  name: 'next-year',
  question: 'What does a model know of what has changed since it was trained, and is it worth going on from?',
  arms: {
    'last year': "a model of last year's text",
    fresh: "untrained weights, trained on this year's text",
    'gone on': "last year's model, trained on this year's text for as long",
  },
  metrics: {
    changed: 'share of the facts that have changed which the model completes as they are now',
    'bits per byte': 'surprise at held-out text of this year, bits per byte',
  },
  claims: [
    { metric: 'changed', off: 'last year', on: 'gone on', expected: 'rises' },
    { metric: 'changed', off: 'last year', on: 'fresh', expected: 'rises' },
    { metric: 'bits per byte', off: 'fresh', on: 'gone on', expected: 'falls' },
  ],
  measure: async (seed) => {
    const [before, now] = [openYear(seed, 1), openYear(seed, 2)];
    const tokenizer = tokenizerOf(before.parts.flat(), TINY.vocabSize);
    const heldOut = KINDS.flatMap((kind) =>
      unseen(now.study.corpus(kind, HELD_OUT_BYTES, 'held-out'), now.parts.flat()),
    );
    const changed = changedClozes(before.study.world, now.study.world);
    const streamOf = ({ parts }: Year, own: Tokenizer) =>
      mixOf(
        parts.map((documents) => [1, documents] as const),
        { tokenizer: own, contextLength: TINY.contextLength, tokens: TOKENS, seed },
      );
    const measureOf = async (model: DistillingExecutor, own: Tokenizer) => {
      const prompts = changed.map(({ prompt }) => prompt);
      const answers = await continuations(model, own, prompts, { ...ASKING, seed });
      return {
        changed: shareOf(changed, (cloze, index) => isCorrectCloze(cloze, answers[index])),
        'bits per byte': await bitsPerByte(model, own, heldOut),
      };
    };
    const measures: Measures = {};
    const last = await trainOn(TINY, streamOf(before, tokenizer), { seed });
    measures['last year'] = await measureOf(last, tokenizer);
    const from = await last.weights();
    last.dispose();
    /* A lab that begins anew learns its vocabulary anew as well. */
    const fresh = tokenizerOf(now.parts.flat(), TINY.vocabSize);
    for (const [arm, own, options] of [
      ['fresh', fresh, {}],
      ['gone on', tokenizer, { from }],
    ] as const) {
      const model = await trainOn(TINY, streamOf(now, own), { seed, ...options });
      measures[arm] = await measureOf(model, own);
      model.dispose();
    }
    return measures;
  },
};
