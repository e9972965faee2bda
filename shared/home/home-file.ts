/** A model as one web page: the page lies ready, and the model is put into it as text that a reader can take out again. */

import * as z from 'zod/mini';
import { decodeCheckpoint, encodeCheckpoint } from '../lm/checkpoint.ts';
import { parameterSpec } from '../lm/spec.ts';
import { storedBytes, type WeightFormat } from '../nn/formats/weight-format.ts';
import { hashSeed } from '../random.ts';
import { tokenizerFromJSON } from '../tokenizer/bpe.ts';
import type { HomePlans } from './home-plans.ts';
import type { HomeModel } from './home-model.ts';
import { packBytes, unpackBytes } from './packed-bytes.ts';

const FORMAT = 'loss-leaders-home';
/**
 * Raised with how the file is written, and with what a model's weights mean (the checkpoint's version, lm/checkpoint.ts): nobody
 * can tell from them alone.
 */
const VERSION = 3;
/** Stands near the beginning of the page, so that one that was cut off is still known as ours. */
export const HOME_MARK = `<meta name="generator" content="${FORMAT}">`;
/** The model's place in the page that lies ready. */
export const MODEL_PLACE = '<!--model-->';
const BEFORE = `<script type="application/json" id="${FORMAT}">`;
const AFTER = '</script>';

/** What a page with its model may weigh. */
const MOST_BYTES = 2_000_000;
/** Card, tokenizer and plans beside the weights. */
const OTHER_BYTES = 40_000;
/** Packing never saves more than this share of a model's bytes. */
const MOST_SAVED = 0.2;
/** The best that fits is taken; rounding to eight bits a weight changes few answers, and the card says so. */
const FORMATS = ['fp32', 'fp16', 'int8'] as const satisfies readonly WeightFormat[];
export type HomeFormat = (typeof FORMATS)[number];
/** The largest file that is read at all. */
const MOST_READ_BYTES = 16_000_000;
const MOST_LINES = 24;
/** Ideas of what to say that a card has. */
export const MOST_IDEAS = 6;

export type HomeFileReason = 'too_large' | 'foreign' | 'cut_off' | 'newer' | 'older' | 'edited';

/** Why a file is no model that was taken home. */
export class HomeFileError extends Error {
  override readonly name = 'HomeFileError';
  readonly reason: HomeFileReason;
  constructor(reason: HomeFileReason, detail: string) {
    super(`home file ${reason}: ${detail}`);
    this.reason = reason;
  }
}

/** What is read out of a page; the weights as they were stored. */
export interface HomeFile extends HomeModel {
  /** What the lab chose, unread: a page at home does without (home-plans.ts). */
  plans: unknown;
  format: HomeFormat;
  /** The weights in the form in which an engine takes them. */
  checkpoint: Uint8Array<ArrayBuffer>;
}

const text = (most: number) => z.string().check(z.maxLength(most));

const cardShape = z.strictObject({
  lab: text(80),
  look: z.int().check(z.minimum(0), z.maximum(63)),
  manner: z.enum(['continue', 'answer']),
  /* Pages of before had none. */
  ideas: z.optional(z.array(text(200)).check(z.maxLength(MOST_IDEAS))),
  lines: z.array(z.strictObject({ name: text(120), words: text(2000) })).check(z.maxLength(MOST_LINES)),
});

const headShape = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  length: z.number(),
  check: z.number(),
});

const bodyShape = z.strictObject({
  card: cardShape,
  plans: z.unknown(),
  format: z.enum(FORMATS),
  tokenizer: z.unknown(),
  checkpoint: z.string(),
});

/** The weights as they stand in a page. */
function packWeights({ config, weights, tokenizer }: Omit<HomeModel, 'card'>, format: HomeFormat): string {
  const { hash } = tokenizerFromJSON(tokenizer);
  return packBytes(encodeCheckpoint({ config, weights, tokenizerHash: hash, step: 0, tokens: 0 }, format));
}

/** How the weights of a model are stored in a page of this size. */
export function formatFor(model: Omit<HomeModel, 'card'>, pageBytes: number): HomeFormat {
  const spec = parameterSpec(model.config);
  const room = MOST_BYTES - OTHER_BYTES - pageBytes;
  const fits = (format: HomeFormat): boolean =>
    storedBytes(spec, format) * (1 - MOST_SAVED) <= room && packWeights(model, format).length <= room;
  return FORMATS.find(fits) ?? 'int8';
}

/** The page with the model in it, its weights in this format. */
export function writeHomeFile(
  page: string,
  { card, ...model }: HomeModel,
  plans: HomePlans,
  format: HomeFormat,
): string {
  const { tokenizer } = model;
  const body = JSON.stringify({ card, plans, format, tokenizer, checkpoint: packWeights(model, format) });
  const head = { format: FORMAT, version: VERSION, length: body.length, check: hashSeed(0, body) };
  /* No word of a lab's may end the script in which it stands. */
  const text = `${JSON.stringify(head)}\n${body}`.replaceAll('<', '\\u003c');
  const [before, after] = page.split(MODEL_PLACE);
  if (after === undefined) throw new Error('home file: the page has no place for a model');
  return `${before}${BEFORE}${text}${AFTER}${after}`;
}

/** The model in a page's file. Throws a HomeFileError that says why there is none. */
export function readHomeFile(file: string): HomeFile {
  if (file.length > MOST_READ_BYTES) throw new HomeFileError('too_large', `${file.length} characters`);
  if (!file.includes(HOME_MARK)) throw new HomeFileError('foreign', 'no mark');
  const start = file.indexOf(BEFORE);
  const end = start < 0 ? -1 : file.indexOf(AFTER, start);
  if (end < 0) throw new HomeFileError('cut_off', 'the model is not there, or not all of it');
  return readHomeText(file.slice(start + BEFORE.length, end));
}

/** The model in the text that stands in a page. Throws a HomeFileError that says why there is none. */
export function readHomeText(text: string): HomeFile {
  const lineEnd = text.indexOf('\n');
  const head = headShape.safeParse(parseJson(text.slice(0, Math.max(0, lineEnd))));
  if (!head.success) throw new HomeFileError('edited', 'no head');
  const { version, length, check } = head.data;
  if (version > VERSION) throw new HomeFileError('newer', `version ${version}`);
  if (version < VERSION) throw new HomeFileError('older', `version ${version}`);
  const body = text.slice(lineEnd + 1).replaceAll('\\u003c', '<');
  if (body.length < length) throw new HomeFileError('cut_off', `${body.length} of ${length} characters`);
  if (body.length !== length || hashSeed(0, body) !== check) throw new HomeFileError('edited', 'another sum');
  const read = bodyShape.safeParse(parseJson(body));
  if (!read.success) throw new HomeFileError('edited', read.error.message);
  const { plans, format, tokenizer: stored } = read.data;
  const card = { ...read.data.card, ideas: read.data.card.ideas ?? [] };
  try {
    const tokenizer = tokenizerFromJSON(stored);
    const checkpoint = unpackBytes(read.data.checkpoint, MOST_READ_BYTES);
    const { config, weights, tokenizerHash } = decodeCheckpoint(checkpoint);
    if (tokenizerHash !== tokenizer.hash || config.vocabSize !== tokenizer.vocabSize)
      throw new Error('weights and tokenizer do not belong together');
    return { card, plans, format, config, weights, checkpoint, tokenizer: tokenizer.toJSON() };
  } catch (problem) {
    throw new HomeFileError('edited', problem instanceof Error ? problem.message : String(problem));
  }
}

/** Undefined where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
