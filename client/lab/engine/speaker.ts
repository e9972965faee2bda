/** Models that players talk to and guess against: the last few are kept loaded, so that two can be asked side by side. */

import { decodeRows, promptTokens } from '../../../shared/data/rows.ts';
import { decodeCheckpoint } from '../../../shared/lm/checkpoint.ts';
import type { Executor } from '../../../shared/lm/executor.ts';
import type { ModelConfig } from '../../../shared/lm/config.ts';
import { mergeAdapter } from '../../../shared/lm/lora/adapter.ts';
import type { LanguageModel } from '../../../shared/lm/language-model.ts';
import { countingModel } from '../../../shared/lm/ngram/counting-model.ts';
import { tokenizerFromJSON, type Tokenizer } from '../../../shared/tokenizer/bpe.ts';
import { END } from '../../../shared/tokenizer/special.ts';
import type {
  GuessJob,
  InspectJob,
  ProbeStatesJob,
  SpeakingModel,
  SwapJob,
  TalkJob,
  WordMapJob,
} from './api.ts';
import { lookInside, mapWords, type Arrange, type Inside, type OpenModel, type WordMap } from './inside.ts';
import { probeStates, swapStates, type ProbeAnswer, type Swapped } from './states.ts';

/** Tokens that are kept for an answer, however long the question is. */
const LEAST_ANSWER = 12;
const TALK = { maxTokens: 48, temperature: 0.7, topP: 0.95 } as const;
/** Two that are compared, and one more, so that a look elsewhere costs nothing. */
const MOST_VOICES = 3;

interface Voice {
  name: string;
  model: LanguageModel;
  tokenizer: Tokenizer;
  /** Null for a model that only counts: it can be sampled, and no more. */
  executor: Executor | null;
}

/** Most tokens of an answer. */
const answerRoom = (contextLength: number): number =>
  Math.min(TALK.maxTokens, Math.floor(contextLength * 0.75));

/** What the model reads before it speaks; of a long text its end. */
function promptOf({ tokenizer, model }: Voice, text: string, manner: TalkJob['manner']): number[] {
  const { contextLength } = model.config;
  const prompt =
    manner === 'answer'
      ? promptTokens(text, tokenizer, contextLength - LEAST_ANSWER)
      : [END, ...tokenizer.encode(text).slice(-(contextLength - answerRoom(contextLength)))];
  return prompt.slice(0, contextLength - 1);
}

function openOf({ executor, tokenizer }: Voice): OpenModel {
  if (!executor) throw new Error('a model that only counts has no inside');
  return { executor, tokenizer };
}

/** Whether a token begins a new word, or ends the text. */
function endsWord(token: number, tokenizer: Tokenizer): boolean {
  return token === END || !/^[\p{L}\p{M}]/u.test(tokenizer.decode([token]));
}

/** Makes an executor for a model of this shape. */
export type OpenExecutor = (config: ModelConfig) => Promise<Executor>;

export class Speaker {
  readonly #open: OpenExecutor;
  readonly #arrange: Arrange | null;
  /** The last look into a model. */
  #looking: Promise<unknown> = Promise.resolve();
  /** The one that spoke last comes last. */
  #voices: Voice[] = [];

  /** `arrange` puts words beside those that they are like; without one they stay on their plane. */
  constructor(open: OpenExecutor, arrange: Arrange | null = null) {
    this.#open = open;
    this.#arrange = arrange;
  }

  async say({ model: wanted, text, manner, seed, temperature = TALK.temperature }: TalkJob): Promise<string> {
    const voice = await this.#voiceOf(wanted);
    const { tokenizer, model } = voice;
    const maxTokens = answerRoom(model.config.contextLength);
    const options = { ...TALK, temperature, maxTokens, seed, stopTokens: [END] };
    const [answer] = await model.generate([promptOf(voice, text, manner)], options);
    return tokenizer.decode(answer);
  }

  inspect({ model, text, manner, without }: InspectJob): Promise<Inside> {
    return this.#look(model, (voice) => lookInside(openOf(voice), promptOf(voice, text, manner), without));
  }

  mapWords({ model, word, layout }: WordMapJob): Promise<WordMap> {
    const arrange = layout === 'neighbours' ? this.#arrange : null;
    return this.#look(model, (voice) => mapWords(openOf(voice), word, arrange));
  }

  swapStates({ model, text, other, manner, place }: SwapJob): Promise<Swapped> {
    return this.#look(model, (voice) =>
      swapStates(openOf(voice), promptOf(voice, text, manner), promptOf(voice, other, manner), place),
    );
  }

  probeStates({ model, question }: ProbeStatesJob): Promise<ProbeAnswer> {
    return this.#look(model, (voice) => probeStates(openOf(voice), question));
  }

  /** Looks one after the other, at a copy of the model: for a moment it is another one, which nobody should talk to. */
  #look<T>(model: SpeakingModel, work: (voice: Voice) => Promise<T>): Promise<T> {
    const copy = { ...model, name: `${model.name}/inside` };
    const looked = this.#looking.then(async () => work(await this.#voiceOf(copy)));
    this.#looking = looked.catch(() => undefined);
    return looked;
  }

  /** The probability of each word: of its tokens one after the other, and that it ends there. */
  async guess({ model: wanted, before, words }: GuessJob): Promise<number[]> {
    const { tokenizer, executor } = await this.#voiceOf(wanted);
    if (!executor) throw new Error('The engine was asked for the guess of a model that only counts');
    const { contextLength, vocabSize } = executor.config;
    const chances: number[] = [];
    for (const word of words) {
      const spelled = tokenizer.encode(` ${word}`);
      const read = tokenizer.encode(before).slice(-(contextLength - spelled.length - 1));
      const tokens = [END, ...read, ...spelled];
      const { candidates } = await executor.inspect(tokens, vocabSize);
      const chanceAt = (at: number, fits: (token: number) => boolean): number =>
        candidates[at].reduce((sum, { token, chance }) => sum + (fits(token) ? chance : 0), 0);
      const first = tokens.length - spelled.length;
      const ofTokens = spelled.reduce(
        (product, wantedToken, index) =>
          product * chanceAt(first + index - 1, (token) => token === wantedToken),
        1,
      );
      chances.push(ofTokens * chanceAt(tokens.length - 1, (token) => endsWord(token, tokenizer)));
    }
    return chances;
  }

  forget(): void {
    for (const { executor } of this.#voices) executor?.dispose();
    this.#voices = [];
  }

  async #voiceOf(wanted: SpeakingModel): Promise<Voice> {
    const known = this.#voices.find(({ name }) => name === wanted.name);
    const voice = known ?? (await load(wanted, this.#open));
    this.#voices = [...this.#voices.filter((other) => other !== voice), voice];
    while (this.#voices.length > MOST_VOICES) this.#voices.shift()?.executor?.dispose();
    return voice;
  }
}

async function load(
  { name, kind, bytes, tokenizer: file, adapter }: SpeakingModel,
  open: OpenExecutor,
): Promise<Voice> {
  const tokenizer = tokenizerFromJSON(file);
  if (kind === 'counts')
    return { name, tokenizer, executor: null, model: countingModel(decodeRows(bytes), tokenizer.vocabSize) };
  const { config, weights } = decodeCheckpoint(bytes);
  const executor = await open(config);
  const isAdapted = adapter !== undefined && config.architecture === 'transformer';
  await executor.load(isAdapted ? mergeAdapter(config, weights, adapter) : weights);
  return { name, tokenizer, executor, model: executor };
}
