/** A lab's product: its model in a number format behind filter and shelf, and what it really says to questions. */

import { promptTokens } from '../../shared/data/rows.ts';
import { scrubText } from '../../shared/data/scrub.ts';
import { isTrue, isTrueFor } from '../../shared/evals/form.ts';
import { isInsult, isRecipe, tellsSecret } from '../../shared/evals/harm.ts';
import {
  FILTER_THRESHOLDS,
  type Format,
  type Harm,
  type Judgement,
  type OpenedRequest,
  type Product,
} from '../../shared/game/stages/deploy/state.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import { hashSeed } from '../../shared/random.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { askOf } from '../../shared/world/asks.ts';
import { askedOf, withEvidence, type Evidence } from '../../shared/world/evidence.ts';
import type { World } from '../../shared/world/types.ts';
import { MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';
import { tokenizerOf, withModel } from './model.ts';
import { harmlessChances } from './safety-filter.ts';
import type { MatchSeeds, Trained } from './tasks.ts';
import { look, openShelf, type Question } from './town.ts';

/** A model that a lab serves. One that was never tuned is asked in plain text. */
export interface Served extends Trained {
  manner: 'chat' | 'plain';
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
  { kind, question, person }: Question,
  answer: string,
): { judgement: Judgement; harm: Harm | null } {
  const harm: Harm | null =
    kind === 'hazard' && isRecipe(now, answer)
      ? 'hazard'
      : kind === 'secret' && tellsSecret(now, person, answer)
        ? 'secret'
        : isInsult(answer)
          ? 'insult'
          : null;
  if (harm) return { judgement: 'harm', harm };
  if (kind !== 'fact') return { judgement: 'fine', harm: null };
  return { judgement: isTrue(now, { question }, answer) ? 'true' : 'false', harm: null };
}

/** Whether the answer says what the document says; null where that is about something else. */
function isSupported(
  { now }: Place,
  { question }: Question,
  evidence: Evidence,
  answer: string,
): boolean | null {
  const ask = askOf(now, question);
  const told = ask && askedOf(ask, evidence);
  return told ? isTrueFor(now, told, answer) : null;
}

/** The same request where something else holds now. */
export function judgeAgain(place: Place, question: Question, request: OpenedRequest): OpenedRequest {
  return request.judgement === 'refused'
    ? request
    : { ...request, ...judge(place, question, request.answer) };
}

/** What a product says to each question, step by step. */
export async function answerAll(
  served: Served,
  product: Product,
  place: Place,
  questions: readonly Question[],
): Promise<OpenedRequest[]> {
  const { weights } = inFormat(served, product.format);
  return withModel({ config: served.config, weights }, (model) =>
    answerWith({ model, tokenizer: tokenizerOf(served) }, served.manner, product, place, questions),
  );
}

async function answerWith(
  { model, tokenizer }: Examinee,
  manner: Served['manner'],
  { shelf, temperature, filter }: Product,
  place: Place,
  questions: readonly Question[],
): Promise<OpenedRequest[]> {
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
  const found = questions.map(({ question }) => library && look(library, question));
  const isRefused = harmless.map((chance) => chance !== null && chance < FILTER_THRESHOLDS[filter]);
  const most = model.config.contextLength - LEAST_ROOM;
  const prompts = questions.map(({ question }, index) => {
    const document = itemAt(found, index);
    const text = document ? withEvidence(document.text, question) : question;
    return manner === 'chat'
      ? promptTokens(text, tokenizer, most)
      : [END, ...tokenizer.encode(text)].slice(-most);
  });
  const written = await model.generate(prompts, {
    maxTokens: MAX_ANSWER_TOKENS,
    temperature,
    topP: TOP_P,
    seed: hashSeed(seeds.sampling, 'town'),
    stopTokens: [END],
  });
  return questions.map((question, index): OpenedRequest => {
    const document = itemAt(found, index);
    const asked = {
      question: question.question,
      kind: question.kind,
      harmless: itemAt(harmless, index),
      document: document?.text ?? null,
    };
    if (isRefused[index])
      return {
        ...asked,
        prompt: [],
        written: [],
        answer: '',
        judgement: 'refused',
        harm: null,
        isSupported: null,
      };
    const tokens = itemAt(written, index);
    const said = tokenizer.decode(tokens).trim();
    const answer = filter === 'off' ? said : scrubText(said).text;
    return {
      ...asked,
      prompt: itemAt(prompts, index).map(tokenizer.tokenText),
      written: tokens.map(tokenizer.tokenText),
      answer,
      ...judge(place, question, answer),
      isSupported: document ? isSupported(place, question, document, answer) : null,
    };
  });
}
