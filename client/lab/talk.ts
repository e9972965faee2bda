/** Asks a model a question, or for its guess: fetches what is needed once, and samples in this browser. */

import { ROUTES, type ReadingReply } from '../../shared/game/wire/routes.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import { fillRoute } from '../session/http.ts';
import { perSeat } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import type { Adapter } from '../../shared/lm/lora/adapter.ts';
import type { EngineApi, InspectJob, SpeakingModel, SwapJob, WordMapJob } from './engine/api.ts';
import type { Inside, WordMap } from './engine/inside.ts';
import type { ProbeAnswer, ProbeQuestion, Swapped } from './engine/states.ts';
import { loadTokenizer } from './library.ts';
import { seatEngine } from './seat-engine.ts';
import type { Voice } from './voices.ts';

/** Models whose bytes are kept: all that a match ends with, and some of the own. */
const MOST_KEPT = 14;

const shelf = perSeat(() => ({
  /** By the voice's id; the one that was asked last comes last. */
  models: new Map<string, Promise<SpeakingModel | null>>(),
  reading: null as Promise<ReadingReply | null> | null,
}));

async function fetchModel(owner: Session, { id, source }: Voice): Promise<SpeakingModel | null> {
  const isOwn = source.kind === 'own';
  const [reply, tokenizer] = await Promise.all([
    owner.getBytes(
      isOwn
        ? fillRoute(ROUTES.checkpoint, { stage: source.stage, version: source.version })
        : fillRoute(ROUTES.finalModel, { id: source.id }),
    ),
    isOwn
      ? loadTokenizer(owner)
      : owner
          .getJson<unknown>(fillRoute(ROUTES.finalTokenizer, { id: source.id }))
          .then((read) => (read.ok ? read.value : null)),
  ]);
  if (!reply.ok || !tokenizer) return null;
  const kind = !isOwn && source.id === HOUSE_ID ? 'counts' : 'checkpoint';
  return { name: `${owner.number}/${id}`, kind, bytes: reply.value, tokenizer };
}

/** What came of it is kept, unless nothing came. */
export async function modelOf(owner: Session, voice: Voice): Promise<SpeakingModel | null> {
  const { models } = shelf.of(owner);
  const wanted = models.get(voice.id) ?? fetchModel(owner, voice);
  models.delete(voice.id);
  models.set(voice.id, wanted);
  for (const oldest of Array.from(models.keys()).slice(0, -MOST_KEPT)) models.delete(oldest);
  const model = await wanted;
  if (!model) models.delete(voice.id);
  return model;
}

/** Whether nothing has to be fetched before this one answers. */
export function isHere(owner: Session, voice: Voice): boolean {
  return shelf.of(owner).models.has(voice.id);
}

/** Does something with a model; null when it could not be had, or the engine failed. */
export async function withModel<T>(
  owner: Session,
  voice: Voice,
  work: (engine: EngineApi, model: SpeakingModel) => Promise<T>,
): Promise<T | null> {
  const model = await modelOf(owner, voice);
  if (!model) return null;
  const { engine } = await seatEngine.of(owner);
  if (owner.isOver) return null;
  try {
    return await work(engine, model);
  } catch (problem) {
    if (!owner.isOver) console.warn('The model could not be asked:', problem);
    return null;
  }
}

/** What the model says, with an adapter of the player's where one is given; null when it could not be asked. */
export function askModel(
  owner: Session,
  voice: Voice,
  text: string,
  adapted: { number: number; adapter: Adapter } | null = null,
): Promise<string | null> {
  const seed = Math.floor(Math.random() * 2 ** 32);
  return withModel(owner, voice, (engine, model) => {
    const other = adapted && { adapter: adapted.adapter, name: `${model.name}/adapter ${adapted.number}` };
    return engine.talk({ model: { ...model, ...other }, text, manner: voice.manner, seed });
  });
}

/** The model's probability of each word to come next; null when it could not be asked. */
export function guessNext(
  owner: Session,
  voice: Voice,
  before: string,
  words: readonly string[],
): Promise<number[] | null> {
  return withModel(owner, voice, (engine, model) => engine.guess({ model, before, words }));
}

/** What the model does while it reads, with some heads off; null when it could not be looked into. */
export function inspectModel(
  owner: Session,
  voice: Voice,
  text: string,
  without: InspectJob['without'],
): Promise<Inside | null> {
  return withModel(owner, voice, (engine, model) =>
    engine.inspect({ model, text, manner: voice.manner, without }),
  );
}

/** The model's words on a map; null when it could not be looked into. */
export function mapModelWords(
  owner: Session,
  voice: Voice,
  asked: Pick<WordMapJob, 'word' | 'layout'>,
): Promise<WordMap | null> {
  return withModel(owner, voice, (engine, model) => engine.mapWords({ model, ...asked }));
}

/** A state of one text put into another; null when the model could not be looked into. */
export function swapModelStates(
  owner: Session,
  voice: Voice,
  asked: Pick<SwapJob, 'text' | 'other' | 'place'>,
): Promise<Swapped | null> {
  return withModel(owner, voice, (engine, model) =>
    engine.swapStates({ model, manner: voice.manner, ...asked }),
  );
}

/** What can be told from the model's states; null when it could not be looked into. */
export function probeModelStates(
  owner: Session,
  voice: Voice,
  question: ProbeQuestion,
): Promise<ProbeAnswer | null> {
  return withModel(owner, voice, (engine, model) => engine.probeStates({ model, question }));
}

/** Texts to guess at and questions to ask, fetched once; null when they could not be had this time. */
export async function loadReading(owner: Session): Promise<ReadingReply | null> {
  const kept = shelf.of(owner);
  kept.reading ??= owner
    .getJson<ReadingReply>(ROUTES.reading)
    .then((reply) => (reply.ok ? reply.value : null));
  const reading = await kept.reading;
  if (!reading) kept.reading = null;
  return reading;
}
