/**
 * What one seed gives on this checkout: the process that `quality.ts` starts in each of the two trees that it compares. One request
 * as JSON in the command line, one result as JSON at the end of the output.
 */

import { answerQuestions, askFacts, measureModel } from '../../server/referee/examine.ts';
import { prepareTuningRows } from '../../server/referee/prepare.ts';
import { sliceRows } from '../../shared/data/rows.ts';
import { measureReadability } from '../../shared/evals/recognizer.ts';
import { scoreForm, scoreTruth } from '../../shared/evals/suite.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { FINE_TUNING_ROWS } from '../../shared/lm/sft.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';
import { probeTokensPerSecond, setUp, tellStories, train } from './train-and-read.ts';

/** How fast this checkout trains, or what a run over so many tokens makes of its default model; `whole`: fine-tuned and read, too. */
export type QualityRequest =
  | { seed: number; ask: 'speed' }
  | { seed: number; ask: 'bits' | 'whole'; tokens: number };

export interface QualityFound {
  tokensPerSecond?: number;
  bitsPerByte?: number;
  /** Only of a whole run, all as shares; `truth` and `form` are of the tuned model's answers. */
  facts?: number;
  recognized?: number;
  distinct?: number;
  truth?: number;
  form?: number;
}

/** Eight openers each. */
const SUITES = 25;

type SetUp = ReturnType<typeof setUp>;
type Prepared = Awaited<ReturnType<SetUp['prepare']>>;

async function readBase(
  { texts }: SetUp,
  { tokenizer: file }: Prepared,
  model: Executor,
): Promise<QualityFound> {
  const examinee = { model, tokenizer: tokenizerFromJSON(file) };
  const facts = await askFacts(texts.sealed.suite.facts, examinee);
  const read = measureReadability(texts.world, await tellStories(texts, examinee, SUITES));
  return {
    facts,
    recognized: read.recognized / Math.max(1, read.sentences),
    distinct: read.distinct / Math.max(1, read.recognized),
  };
}

/** Fine-tunes by the default plan, as the game does, and asks the sealed test's questions. */
async function tuneAndAsk(
  { texts, plans, config }: SetUp,
  prepared: Prepared,
  model: Executor,
): Promise<QualityFound> {
  const plan = DEFAULT_FINE_TUNE_PLAN;
  const replay = sliceRows(prepared.rows, 0, Math.round(FINE_TUNING_ROWS * plan.replayShare));
  const task = { ...plans, config, tokenizer: prepared.tokenizer, plan, replay };
  await model.load(await model.weights());
  await train(model, prepareTuningRows(texts, task).rows, Infinity, 'fine-tune');
  const { suite } = texts.sealed;
  const tokenizer = tokenizerFromJSON(prepared.tokenizer);
  const answers = await answerQuestions(suite.questions, { model, tokenizer }, 'chat');
  return { truth: scoreTruth(suite, answers).score, form: scoreForm(suite, answers).score };
}

async function find(request: QualityRequest): Promise<QualityFound> {
  const { seed } = request;
  if (request.ask === 'speed') return { tokensPerSecond: await probeTokensPerSecond(seed) };
  const made = setUp(seed);
  const prepared = await made.prepare(request.tokens);
  const model = await createWasmExecutor(prepared.config);
  await model.load(prepared.weights);
  await train(model, prepared.rows);
  const examinee = { model, tokenizer: tokenizerFromJSON(prepared.tokenizer) };
  const { bitsPerByte } = await measureModel(made.texts.sealed, examinee);
  if (request.ask === 'bits') return { bitsPerByte };
  const base = await readBase(made, prepared, model);
  return { bitsPerByte, ...base, ...(await tuneAndAsk(made, prepared, model)) };
}

console.log(JSON.stringify(await find(JSON.parse(process.argv[2] ?? '') as QualityRequest)));
