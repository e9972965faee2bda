/** A lab's product: its model in a number format behind filter and shelf, and what it really says to questions. */

import { promptTokens } from '../../shared/data/rows.ts';
import { scrubText } from '../../shared/data/scrub.ts';
import { isTrue, isTrueFor } from '../../shared/evals/form.ts';
import { tellsHazard } from '../../shared/evals/brews.ts';
import { isInsult, isRecipe, tellsSecret } from '../../shared/evals/harm.ts';
import {
  FILTER_THRESHOLDS,
  LEAST_SURE,
  MARK_BIAS,
  SURE_BY_HEART,
  type Format,
  type Harm,
  type Judgement,
  type Mark,
  type OpenedRequest,
  type Product,
  type Sureness,
} from '../../shared/game/stages/deploy/state.ts';
import { tidyAnswer } from '../../shared/game/survey.ts';
import { RETRY_TEMPERATURE, type ToolUse } from '../../shared/world/tool-use.ts';
import type { Draft } from '../../shared/serving/models.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import { hashSeed } from '../../shared/random.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { askOf } from '../../shared/world/asks.ts';
import { isToolTopic, isToolTrue } from '../../shared/world/tool-lessons.ts';
import { askedOf, withEvidence, type Evidence } from '../../shared/world/evidence.ts';
import { inStyle } from '../../shared/world/packs.ts';
import type { World } from '../../shared/world/types.ts';
import { MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';
import { tokenizerOf, withModel } from './model.ts';
import { askModels } from './router.ts';
import { harmlessChances } from './safety-filter.ts';
import { answerChances } from './sureness.ts';
import { remembered } from './talks.ts';
import type { MatchSeeds, Trained } from './tasks.ts';
import { withTools, type Written } from './tool-calls.ts';
import { look, openShelf, type Question } from './town.ts';

/** A model that a lab serves. One that was never tuned is asked in plain text. */
export interface Served extends Trained {
  manner: 'chat' | 'plain';
  /** A small copy that has learned from it; absent where there is none. */
  pupil?: Trained;
}

/** Where questions are asked: the world as it was when models were trained, and as it is now. */
export interface Place {
  book: World;
  now: World;
  seeds: MatchSeeds;
}

const TOP_P = 0.95;
/** Tokens of the context that a long prompt leaves to the answer. */
const LEAST_ROOM = 12;

/** The weights as they are read back from a file of that format, and the file's size. */
export function inFormat(
  { config, weights }: Trained,
  format: Format,
): { weights: Float32Array; bytes: number } {
  const file = encodeCheckpoint({ config, weights, tokenizerHash: '', step: 0, tokens: 0 }, format);
  return { weights: decodeCheckpoint(file).weights, bytes: file.length };
}

function judge(
  { now }: Place,
  { kind, question, person, asker, talk }: Question,
  answer: string,
  use: ToolUse | null,
): { judgement: Judgement; harm: Harm | null } {
  const isRight = talk?.right.includes(answer) ?? false;
  const isOthersKey = use?.tool === 'key' && use.person !== asker;
  const harm: Harm | null =
    kind === 'hazard' && tellsHazard(now, answer)
      ? 'hazard'
      : (kind === 'secret' && tellsSecret(now, person, answer)) ||
          (isOthersKey && tellsSecret(now, use.person, answer))
        ? 'secret'
        : isInsult(answer)
          ? 'insult'
          : kind === 'forget' && isRight
            ? 'kept'
            : null;
  if (harm) return { judgement: 'harm', harm };
  /* How something else is made harms nobody, and is not what was asked for. */
  if (kind === 'hazard' && isRecipe(now, answer)) return { judgement: 'false', harm: null };
  if (isToolTopic(kind))
    return {
      judgement: isToolTrue(now, { topic: kind, question, person }, answer) ? 'true' : 'false',
      harm: null,
    };
  if (kind === 'told') return { judgement: isRight ? 'true' : 'false', harm: null };
  if (kind !== 'fact' && kind !== 'follow') return { judgement: 'fine', harm: null };
  const isSo = isTrue(now, { question: talk?.asked ?? question }, answer);
  return { judgement: isSo ? 'true' : 'false', harm: null };
}

/** Whether the answer says what the document says; null where that is about something else. */
function isSupported(
  { now }: Place,
  { question, talk }: Question,
  evidence: Evidence,
  answer: string,
): boolean | null {
  const ask = askOf(now, talk?.asked ?? question);
  const told = ask && askedOf(ask, evidence);
  return told ? isTrueFor(now, told, answer) : null;
}

const wasSaid = ({ judgement }: OpenedRequest): boolean => judgement !== 'refused' && judgement !== 'unsure';

/** The same request where something else holds now. */
export function judgeAgain(place: Place, question: Question, request: OpenedRequest): OpenedRequest {
  return wasSaid(request) ? { ...request, ...judge(place, question, request.answer, request.use) } : request;
}

/** The question with the line before it that the product has. */
function withLine({ persona, line }: Product, question: string): string {
  if (persona === 'own') return question;
  return persona === 'written' ? tidyAnswer(`${line} ${question}`) : inStyle(persona, question);
}

const NOTHING_SAID = { answer: '', harm: null, isSupported: null } as const;

/** The same request where the model must be so sure of an answer for a citizen to get it. */
export function keepBack(request: OpenedRequest, sureness: Sureness): OpenedRequest {
  const isSure = request.sure === null || request.sure >= LEAST_SURE[sureness];
  return isSure ? request : { ...request, ...NOTHING_SAID, judgement: 'unsure' };
}

/** The same request where nothing may be said about somebody: who asks for them by name is refused before the model is asked. */
export function blockName(request: OpenedRequest, name: string): OpenedRequest {
  if (name === '' || !`${request.question} ${request.answer}`.includes(name)) return request;
  const refused: OpenedRequest = { ...request, ...NOTHING_SAID, judgement: 'refused' };
  if (!request.question.includes(name)) return refused;
  return { ...refused, document: null, draft: null, prompt: [], written: [], sure: null };
}

/** The key of the mark in what a lab's product says; detectors need it, citizens never get it. */
export const markKey = ({ sampling }: MatchSeeds): number => hashSeed(sampling, 'mark');

/** What a product says to each question, step by step. */
export async function answerAll(
  served: Served,
  product: Product,
  place: Place,
  questions: readonly Question[],
): Promise<OpenedRequest[]> {
  const { manner, pupil } = served;
  const asker =
    (trained: Trained) =>
    (asked: readonly Question[]): Promise<OpenedRequest[]> => {
      const { weights } = inFormat(trained, product.format);
      return withModel({ config: trained.config, weights }, (model) =>
        answerWith({ model, tokenizer: tokenizerOf(served) }, manner, product, place, asked),
      );
    };
  const own = asker(served);
  return pupil ? askModels(product.model, { own, pupil: asker(pupil) }, questions) : own(questions);
}

/** Bytes of the files of all models that a product needs. */
export function servedBytes(served: Served, { model, format }: Product): number {
  const { pupil } = served;
  const own = model === 'pupil' && pupil ? 0 : inFormat(served, format).bytes;
  return own + (model !== 'own' && pupil ? inFormat(pupil, format).bytes : 0);
}

/** Lets the model go on after each prompt, with the product's dice and mark; other dice for another attempt. */
async function write(
  { model }: Examinee,
  { temperature, mark }: { temperature: number; mark: Mark },
  seeds: MatchSeeds,
  prompts: readonly (readonly number[])[],
  attempt = 0,
): Promise<Written[]> {
  const answers = await model.generate(prompts, {
    maxTokens: MAX_ANSWER_TOKENS,
    temperature,
    topP: TOP_P,
    seed: hashSeed(seeds.sampling, attempt > 0 ? `town ${attempt}` : 'town'),
    stopTokens: [END],
    ...(mark !== 'off' && { watermark: { key: markKey(seeds), bias: MARK_BIAS[mark] } }),
  });
  const chances = await answerChances(model, prompts, answers);
  return answers.map((tokens, index) => ({ tokens, sure: itemAt(chances, index) }));
}

async function answerWith(
  examinee: Examinee,
  manner: Served['manner'],
  product: Product,
  place: Place,
  questions: readonly Question[],
): Promise<OpenedRequest[]> {
  const { model, tokenizer } = examinee;
  const { shelf, lookUp, filter } = product;
  const { book, now, seeds } = place;
  const library = openShelf(shelf, book, now);
  const harmless =
    filter === 'off'
      ? questions.map(() => null)
      : harmlessChances(
          book,
          seeds.sampling,
          questions.map(({ question }) => question),
        );
  const most = model.config.contextLength - LEAST_ROOM;
  const promptOf = (text: string): number[] =>
    manner === 'chat' ? promptTokens(text, tokenizer, most) : [END, ...tokenizer.encode(text)].slice(-most);
  const writeAll = (prompts: number[][]): Promise<Written[]> => write(examinee, product, seeds, prompts);
  const posed = (question: string): string => withLine(product, question);
  const ask = async (texts: string[]): Promise<string[]> =>
    (await writeAll(texts.map((text) => promptOf(posed(text))))).map(({ tokens }) =>
      tokenizer.decode(tokens).trim(),
    );
  const before = await remembered(
    questions.map(({ talk }) => talk),
    {
      memory: product.memory,
      forgets: product.forgets,
      world: book,
      fits: (turns, question) => promptOf(posed(`${turns} ${question}`)).length < most,
      answer: ask,
    },
  );
  /* What of a question the model gets to read, with what it remembers of the talk. */
  const texts = questions.map(({ question, talk }, index) =>
    `${itemAt(before, index)} ${talk?.question ?? question}`.trim(),
  );
  const bare = texts.map((text) => promptOf(posed(text)));
  const drafts = library && lookUp === 'unsure' ? await writeAll(bare) : null;
  const documents = texts.map((text, index) => {
    const isKnown = drafts !== null && itemAt(drafts, index).sure >= SURE_BY_HEART;
    return library && !isKnown ? look(library, text) : null;
  });
  const prompts = texts.map((text, index) => {
    const document = itemAt(documents, index);
    return document ? promptOf(withEvidence(document.text, posed(text))) : itemAt(bare, index);
  });
  const written = await withTools(
    {
      rights: product.tools,
      world: now,
      questions,
      textOf: (tokens) => tokenizer.decode([...tokens]).trim(),
      slipsOf: (tokens) => tokens.map((token) => tokenizer.tokenText(token)),
      again: (places, attempt) => {
        const bolder = { ...product, temperature: Math.max(product.temperature, RETRY_TEMPERATURE) };
        const asked = places.map((at) => itemAt(prompts, at));
        return write(examinee, bolder, seeds, asked, attempt);
      },
    },
    await writeAll(prompts),
  );
  const draftOf = (index: number): Draft | null => {
    if (!drafts || !documents[index]) return null;
    const { tokens, sure } = itemAt(drafts, index);
    return { promptTokens: itemAt(bare, index).length, written: tokens.map(tokenizer.tokenText), sure };
  };
  return questions.map((question, index): OpenedRequest => {
    const chance = itemAt(harmless, index);
    const asked = { question: question.question, kind: question.kind, harmless: chance };
    if (chance !== null && chance < FILTER_THRESHOLDS[filter])
      return {
        ...asked,
        ...NOTHING_SAID,
        document: null,
        draft: null,
        prompt: [],
        written: [],
        use: null,
        sure: null,
        judgement: 'refused',
      };
    const document = itemAt(documents, index);
    const { tokens, sure, text, use } = itemAt(written, index);
    const answer = filter === 'off' ? text : scrubText(text).text;
    const isStopped = use?.outcome === 'failed' || use?.outcome === 'forbidden';
    const request: OpenedRequest = {
      ...asked,
      document: document?.text ?? null,
      draft: draftOf(index),
      prompt: itemAt(prompts, index).map(tokenizer.tokenText),
      written: tokens.map(tokenizer.tokenText),
      use,
      sure,
      answer,
      ...(isStopped ? { judgement: 'unsure', harm: null } : judge(place, question, answer, use)),
      isSupported: document && !isStopped ? isSupported(place, question, document, answer) : null,
    };
    return keepBack(request, product.sureness);
  });
}
