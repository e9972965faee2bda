/** The rows of a hardening: examples against what worked on the model, among the lab's old cards and old text. */

import {
  concatRows,
  demonstrationRows,
  packRows,
  pickRows,
  promptTokens,
  shuffleRows,
} from '../../shared/data/rows.ts';
import type { AttackGoal } from '../../shared/evals/attacks.ts';
import { counterExamples, type CounterExample } from '../../shared/evals/counter-examples.ts';
import { COUNTER_SHARE, HARDENING_ROWS } from '../../shared/game/stages/test/state.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createRandom, hashSeed, type Random } from '../../shared/random.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { lessonRows } from './prepare.ts';
import type { PrepareTuningTask } from './tasks.ts';
import type { MatchTexts } from './texts.ts';

export interface HardeningTask extends PrepareTuningTask {
  goals: readonly AttackGoal[];
}

function rowsOf(examples: readonly CounterExample[], tokenizer: Tokenizer, contextLength: number): Rows {
  const fitting = examples.filter(
    ({ prompt, answer }) =>
      promptTokens(prompt, tokenizer).length + tokenizer.encode(answer).length <= contextLength,
  );
  const cards = fitting.filter(({ manner }) => manner === 'chat');
  const texts = fitting.filter(({ manner }) => manner === 'plain');
  return concatRows([
    demonstrationRows(
      cards.map(({ prompt: question, answer }) => ({ question, answer })),
      tokenizer,
      contextLength,
    ),
    packRows(
      texts.map(({ prompt, answer }) => ({ text: `${prompt} ${answer}`, ownRow: true })),
      tokenizer,
      contextLength,
    ),
  ]);
}

/** So many of these rows, each as often as the others. */
function repeated(rows: Rows, count: number, random: Random): Rows {
  const places: number[] = [];
  while (rows.count > 0 && places.length < count)
    places.push(...random.shuffle(Array.from({ length: rows.count }, (_, row) => row)));
  return pickRows(rows, places.slice(0, count));
}

/** The rows in training order. Each goal has the same part of the examples; what no example teaches is left to the cards. */
export function hardeningRows(texts: MatchTexts, task: HardeningTask): Rows {
  const { goals, replay, seeds, config } = task;
  const tokenizer = tokenizerFromJSON(task.tokenizer);
  const random = createRandom(hashSeed(seeds.shards, 'hardening'));
  const share = Math.round((COUNTER_SHARE * HARDENING_ROWS) / Math.max(1, goals.length));
  const counter = goals.map((goal) => {
    const examples = counterExamples(texts.world, goal, random.fork(goal));
    return repeated(rowsOf(examples, tokenizer, config.contextLength), share, random.fork(`rows of ${goal}`));
  });
  const taken = counter.reduce((sum, { count }) => sum + count, replay.count);
  const cards = repeated(lessonRows(texts, task), HARDENING_ROWS - taken, random.fork('cards'));
  return shuffleRows(concatRows([...counter, cards, replay]), random.fork('turns'));
}
