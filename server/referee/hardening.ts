/** The rows of a hardening: examples against what worked on the model, among what it says to the lab's cards now, and old text. */

import {
  concatRows,
  demonstrationRows,
  fitsWhole,
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
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { inForm, isTrue } from '../../shared/evals/form.ts';
import { isProvable } from '../../shared/evals/preference.ts';
import type { Demonstration } from '../../shared/world/packs.ts';
import { PROBING } from './attack.ts';
import { complete, MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';
import { lessonCards } from './prepare.ts';
import type { PrepareTuningTask } from './tasks.ts';
import type { MatchTexts } from './texts.ts';

export interface HardeningTask extends PrepareTuningTask {
  goals: readonly AttackGoal[];
}

/**
 * The lab's cards as the model answers them now, where that is in form and not wrong: with the old answers it would forget what it
 * was aligned to, since they come from before that.
 */
async function ownCards(
  texts: MatchTexts,
  task: HardeningTask,
  examinee: Examinee,
): Promise<Demonstration[]> {
  const { world } = texts;
  const cards = lessonCards(texts, task);
  const prompts = cards.map(({ question }) => promptTokens(question, examinee.tokenizer));
  const seed = hashSeed(task.seeds.sampling, 'own answers');
  const answers = await complete(examinee, prompts, { maxTokens: MAX_ANSWER_TOKENS, ...PROBING, seed });
  return cards.map((card, index) => {
    const answer = itemAt(answers, index).trim();
    const isGood = isProvable(card) ? isTrue(world, card, answer) : inForm(world, card, answer);
    return isGood ? { ...card, answer } : card;
  });
}

function rowsOf(examples: readonly CounterExample[], tokenizer: Tokenizer, contextLength: number): Rows {
  const fitting = examples.filter(({ prompt: question, answer }) =>
    fitsWhole({ question, answer }, tokenizer, contextLength),
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
export async function hardeningRows(
  texts: MatchTexts,
  task: HardeningTask,
  examinee: Examinee,
): Promise<Rows> {
  const { goals, replay, seeds, config } = task;
  const { tokenizer } = examinee;
  const random = createRandom(hashSeed(seeds.shards, 'hardening'));
  const share = Math.round((COUNTER_SHARE * HARDENING_ROWS) / Math.max(1, goals.length));
  const counter = goals.map((goal) => {
    const examples = counterExamples(texts.world, goal, random.fork(goal));
    return repeated(rowsOf(examples, tokenizer, config.contextLength), share, random.fork(`rows of ${goal}`));
  });
  const taken = counter.reduce((sum, { count }) => sum + count, replay.count);
  const own = (await ownCards(texts, task, examinee)).filter((card) =>
    fitsWhole(card, tokenizer, config.contextLength),
  );
  const ownRows = demonstrationRows(own, tokenizer, config.contextLength);
  const cards = repeated(ownRows, HARDENING_ROWS - taken, random.fork('cards'));
  return shuffleRows(concatRows([...counter, cards, replay]), random.fork('turns'));
}
