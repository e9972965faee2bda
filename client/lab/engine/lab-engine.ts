/** The engine behind the page: probes the device, trains rounds, and lets players talk to their model. */

import { blendCards } from '../../../shared/data/own-cards.ts';
import { countTargets, decodeRows, pickRows } from '../../../shared/data/rows.ts';
import { trainAlign } from '../../../shared/lm/align.ts';
import { decodeCheckpoint } from '../../../shared/lm/checkpoint.ts';
import type { ModelConfig } from '../../../shared/lm/config.ts';
import type { Executor } from '../../../shared/lm/executor.ts';
import { InputError } from '../../../shared/lm/input-error.ts';
import { withFallback } from '../../../shared/lm/executors/fallback.ts';
import { withErrorFeedback } from '../../../shared/nn/formats/int8-blocks.ts';
import { pick, PROCESSOR_CANDIDATES, type Candidate } from '../../../shared/lm/executors/pick.ts';
import { trainRound, type RoundProgress } from '../../../shared/lm/pretrain.ts';
import { batchRowsFor, createRoundRate, INNER_SETTINGS } from '../../../shared/lm/federated/round-rate.ts';
import type { Rows } from '../../../shared/lm/rows.ts';
import { tokenizerFromJSON } from '../../../shared/tokenizer/bpe.ts';
import { END } from '../../../shared/tokenizer/special.ts';
import type { TrainingStage } from '../../../shared/game/match.ts';
import { BENCHMARK_CONFIG } from '../../../shared/game/training/model.ts';
import { adapt } from './adapt.ts';
import type {
  AdaptJob,
  AdaptOutcome,
  EngineApi,
  FellBack,
  ForcedExecutor,
  GuessJob,
  InspectJob,
  ProbeStatesJob,
  SwapJob,
  OwnTextReport,
  ProbeReport,
  TalkJob,
  TrainJob,
  TrainOutcome,
  TrainProgress,
  TrialJob,
  WordMapJob,
} from './api.ts';
import { candidateLists, hasGraphicsProcessor } from './candidates.ts';
import type { Inside, WordMap } from './inside.ts';
import type { ProbeAnswer, Swapped } from './states.ts';
import { openSteady } from './open-executor.ts';
import { Speaker } from './speaker.ts';
import { trainTrial } from './trial.ts';
import { byNeighbours } from './word-neighbours.ts';
import { OwnText, protect, publicLoss } from './own-text.ts';

/** A round is cut here when the device has become slower than its benchmark said; the server takes part of a round. */
const MAX_ROUND_MILLIS = 12_000;
/** Long enough that a busy moment of the device does not decide. */
const RACE_MILLIS = 600;

/** The model being trained: its executor keeps the optimiser's moments from round to round. */
interface Held {
  stage: TrainingStage;
  config: ModelConfig;
  executor: Executor;
  /** Weights of `version` as the server has them; a null version when they are averaged with others'. */
  weights: Float32Array<ArrayBuffer>;
  version: number | null;
  /** What the last round made of them, and the residual of its rounding, until the server has spoken. */
  trained: { weights: Float32Array<ArrayBuffer>; residual: Float32Array<ArrayBuffer> } | null;
  /** What rounding left out of updates that count, owed to the next one; null for nothing. */
  owed: Float32Array<ArrayBuffer> | null;
  /** Whether its optimizer has not made a step yet. */
  isFresh: boolean;
  /** Whether own text has left traces in its optimizer's moments. */
  readOwnText: boolean;
}

export class LabEngine implements EngineApi {
  /** Awaited between steps where the engine shares the page's thread. */
  readonly #pause: (() => Promise<void>) | undefined;
  #candidates: Candidate[] = [...PROCESSOR_CANDIDATES];
  #held: Held | null = null;
  readonly #speaker = new Speaker(openSteady, byNeighbours);
  /** Ends when all work has that was under way when it was last looked at. */
  #underway: Promise<unknown> = Promise.resolve();
  readonly #ownText = new OwnText();
  #onFallback: (fallback: FellBack) => void = () => undefined;

  constructor(pause?: () => Promise<void>) {
    this.#pause = pause;
  }

  async probe(forced: ForcedExecutor | null): Promise<ProbeReport> {
    const graphics = forced === null && (await hasGraphicsProcessor());
    const lists = candidateLists(forced, graphics);
    for (const candidates of lists) {
      try {
        const won = await pick(BENCHMARK_CONFIG, {
          candidates,
          now: () => performance.now(),
          raceMillis: RACE_MILLIS,
        });
        const report = { tokensPerSecond: Math.round(won.tokensPerSecond), backend: won.executor.backend };
        won.executor.dispose();
        const others = [...candidates, ...PROCESSOR_CANDIDATES].filter(
          (other) => other.name !== won.candidate.name,
        );
        this.#candidates = [won.candidate, ...others];
        return report;
      } catch {
        continue;
      }
    }
    return { tokensPerSecond: 0, backend: 'none' };
  }

  async holds(stage: TrainingStage, version: number): Promise<boolean> {
    return this.#held?.stage === stage && this.#held.version === version;
  }

  train(
    job: TrainJob,
    onProgress: (progress: TrainProgress) => void,
    onFallback: (fallback: FellBack) => void,
  ): Promise<TrainOutcome | null> {
    return this.#busyWith(this.#train(job, onProgress, onFallback));
  }

  async #train(
    job: TrainJob,
    onProgress: (progress: TrainProgress) => void,
    onFallback: (fallback: FellBack) => void,
  ): Promise<TrainOutcome | null> {
    this.#onFallback = onFallback;
    const shard = decodeRows(job.shard);
    const own = job.own && this.#withOwn(job.stage, shard, job.own);
    const held = await this.#ready(job, own !== null);
    let last: RoundProgress | null = null;
    const publicly = own && (await publicLoss(held.executor, shard));
    const rates = { sum: 0 };
    const round = this.#round(job, held, own?.rows ?? shard, rates);
    for await (const progress of round) {
      last = progress;
      const seconds = Math.max(0.001, progress.millis / 1000);
      onProgress({
        tokens: progress.tokens,
        tokensPerSecond: progress.tokens / seconds,
        loss: progress.recentLoss,
        load: 1,
      });
    }
    if (!last || last.end === 'diverged' || last.tokens === 0) {
      this.#drop();
      return null;
    }
    const after = await held.executor.weights();
    const change = held.weights.map((weight, i) => after[i] - weight);
    /* Rounding comes after the noise, so that what it leaves out is as private as what it lets through. */
    const shown = own && job.own ? protect(change, rates.sum, job.own.noise) : change;
    const { sent: delta, residual } = withErrorFeedback(shown, held.owed);
    /* The server adds the delta in single precision; doing the same keeps both sides equal to the bit. */
    held.trained = { weights: held.weights.map((weight, i) => weight + delta[i]), residual };
    const { rowsUsed, tokens, loss, millis } = last;
    return { rowsUsed, tokens, trainLoss: publicly ?? loss, millis, delta, ownTokens: own?.tokens ?? null };
  }

  /** The round's rows with what the player wrote among them; null where there is nothing of it. */
  #withOwn(
    stage: TrainingStage,
    shard: Rows,
    { tokenizer, cards = [] }: NonNullable<TrainJob['own']>,
  ): { rows: Rows; tokens: number } | null {
    if (stage === 'pretrain') return this.#ownText.blend(shard, tokenizer);
    if (stage !== 'fine-tune') return null;
    const { rows, ownPlaces } = blendCards(shard, cards, tokenizerFromJSON(tokenizer));
    return ownPlaces.length > 0 ? { rows, tokens: countTargets(pickRows(rows, ownPlaces)) } : null;
  }

  async keepOwnText(text: string | null): Promise<OwnTextReport | null> {
    if (text !== null) return this.#ownText.take(text);
    this.#ownText.forget();
    return null;
  }

  /** The round's steps, by the ways of its stage; adds their learning rates up, but those of aligning. */
  #round(
    job: TrainJob,
    held: Held,
    rows: Rows,
    rates: { sum: number },
  ): AsyncGenerator<RoundProgress, void, void> {
    const { executor } = held;
    const shared = { executor, rows, now: () => performance.now(), pause: this.#pause };
    if (job.align) return trainAlign({ ...shared, endToken: END }, job.align);
    const kind = job.stage === 'pretrain' ? 'pretrain' : 'fine-tune';
    const settings = INNER_SETTINGS[kind];
    const rateAt = createRoundRate({
      kind,
      architecture: held.config.architecture,
      contextLength: rows.contextLength,
      tokensUsed: job.tokensUsed,
      tokensTotal: job.tokensTotal,
      shardTokens: job.shardTokens,
      rateFactor: job.rateFactor,
      isFresh: held.isFresh,
    });
    held.isFresh = false;
    return trainRound({
      ...shared,
      batchRows: batchRowsFor(kind, job.shardTokens),
      weightDecay: settings.weightDecay,
      clipNorm: settings.clipNorm,
      learningRate(roundTokens) {
        const rate = rateAt(roundTokens);
        rates.sum += rate;
        return rate;
      },
      maxMillis: MAX_ROUND_MILLIS,
    });
  }

  async trial(job: TrialJob, onProgress: (progress: TrainProgress) => void): Promise<TrainOutcome | null> {
    const { config, weights, tokens: tokensBefore } = decodeCheckpoint(job.checkpoint);
    const lesson = job.lessons && { ...job.lessons, tokensBefore };
    const executor = await this.#create(config);
    try {
      await executor.load(weights);
      return await trainTrial(
        { executor, weights, rows: decodeRows(job.shard), lesson, pause: this.#pause },
        onProgress,
      );
    } finally {
      executor.dispose();
    }
  }

  async settle(outcome: number | 'averaged' | 'lost' | null): Promise<void> {
    const held = this.#held;
    if (!held) return;
    if (outcome === null || !held.trained) {
      this.#drop();
      return;
    }
    /* Of a lost update the rounding is lost with the work; what earlier ones owe is still owed. */
    if (outcome !== 'lost') held.owed = held.trained.residual;
    held.weights = held.trained.weights;
    held.trained = null;
    held.version = typeof outcome === 'number' ? outcome : null;
  }

  adapt(job: AdaptJob, onStep: (done: number) => void): Promise<AdaptOutcome> {
    return this.#busyWith(adapt(job, openSteady, { onStep, pause: this.#pause }));
  }

  talk(job: TalkJob): Promise<string> {
    return this.#busyWith(this.#speaker.say(job));
  }

  guess(job: GuessJob): Promise<number[]> {
    return this.#busyWith(this.#speaker.guess(job));
  }

  inspect(job: InspectJob): Promise<Inside> {
    return this.#busyWith(this.#speaker.inspect(job));
  }

  mapWords(job: WordMapJob): Promise<WordMap> {
    return this.#busyWith(this.#speaker.mapWords(job));
  }

  swapStates(job: SwapJob): Promise<Swapped> {
    return this.#busyWith(this.#speaker.swapStates(job));
  }

  probeStates(job: ProbeStatesJob): Promise<ProbeAnswer> {
    return this.#busyWith(this.#speaker.probeStates(job));
  }

  async forgetSeat(): Promise<void> {
    this.#ownText.forget();
    /* An executor that is let go in the middle of a step would fail in ways of its own. */
    await this.#underway;
    this.#drop();
    this.#speaker.forget();
  }

  /** Remembers that this is under way. */
  #busyWith<T>(work: Promise<T>): Promise<T> {
    this.#underway = Promise.allSettled([this.#underway, work]);
    return work;
  }

  /** The held model, brought to the version that the job starts from. */
  async #ready(job: TrainJob, readsOwnText: boolean): Promise<Held> {
    const held = this.#held;
    /* An update that is to hold nothing of a text must not come from moments that do. */
    const isTraced = (held?.readOwnText ?? false) && !readsOwnText;
    if (held && held.stage === job.stage && held.version === job.version && !job.checkpoint) {
      await held.executor.load(held.weights, { keepMoments: !isTraced });
      held.isFresh ||= isTraced;
      held.readOwnText = readsOwnText;
      return held;
    }
    if (!job.checkpoint) throw new Error('The engine was asked to train from a checkpoint that it never got');
    const { config, weights } = decodeCheckpoint(job.checkpoint);
    const same = held?.stage === job.stage && JSON.stringify(held.config) === JSON.stringify(config);
    if (!same) held?.executor.dispose();
    const executor = same && held ? held.executor : await this.#create(config);
    /* Every alignment begins anew from the tuned model. */
    await executor.load(weights, { keepMoments: same && !job.align && !isTraced });
    this.#held = {
      stage: job.stage,
      config,
      executor,
      weights: new Float32Array(weights),
      version: job.version,
      trained: null,
      owed: same && !job.align ? held.owed : null,
      isFresh: !same || isTraced,
      readOwnText: readsOwnText,
    };
    return this.#held;
  }

  async #create(config: ModelConfig, candidates = this.#candidates): Promise<Executor> {
    const [first, ...others] = candidates;
    const onFallback = ({ from, to }: FellBack): void => this.#onFallback({ from, to });
    try {
      return await withFallback(await first.create(config), { candidates: others, onFallback });
    } catch (problem) {
      if (others.length === 0) throw problem;
      /* What can't train this kind of model can train others; only what is broken is left out from now on. */
      if (!(problem instanceof InputError)) this.#candidates = others;
      this.#onFallback({ from: first.name, to: others[0].name });
      return this.#create(config, others);
    }
  }

  #drop(): void {
    this.#held?.executor.dispose();
    this.#held = null;
  }
}
