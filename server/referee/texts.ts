/** A match's world with all its text: the datasets on the market, and the held-out text that no dataset contains. */

import { takeBytes } from '../../shared/data/take-bytes.ts';
import { buildSuite, type EvalSuite } from '../../shared/evals/suite.ts';
import { bytesOf, MARKET } from '../../shared/game/stages/data/plan.ts';
import { hashSeed } from '../../shared/random.ts';
import { generateCorpus } from '../../shared/world/corpus.ts';
import {
  type CorpusKind,
  SCORED_KINDS,
  type ScoredKind,
  type TextDocument,
  WORLD_KINDS,
  type WorldKind,
} from '../../shared/world/document.ts';
import { exerciseDocument, heldOutExercises } from '../../shared/world/exercises.ts';
import type { World } from '../../shared/world/types.ts';
import { createWorld } from '../../shared/world/world.ts';
import type { MatchKey, MatchSeeds } from './tasks.ts';

/** Bytes of each kind: enough for a steady live curve, and small enough to score thirty models in turn. */
const VALIDATION_BYTES = 4_000;
/** Scored twice per team, at the end. */
const SEALED_BYTES = 10_000;
/** Held-out text is drawn from this many times what is needed, since copies of market text are thrown away. */
const SURPLUS = 6;

/** What models are tested on is worth writing: spam is nobody's goal, and a lab that throws it out must not pay for it. */
const CLEAN = { junkRate: 0, duplicateRate: 0 } as const;

export type Texts<Kind extends CorpusKind = CorpusKind> = Record<Kind, TextDocument[]>;

export interface MatchTexts {
  seeds: MatchSeeds;
  world: World;
  /** The datasets on the market: megabytes, so those of few matches are kept, and written again when they are asked for. */
  readonly market: Texts;
  validation: HeldOut;
  sealed: HeldOut;
}

/** Text and questions to test with. */
export interface HeldOut {
  texts: Texts<ScoredKind>;
  suite: EvalSuite;
}

function eachKind<Kind extends CorpusKind>(
  kinds: readonly Kind[],
  make: (kind: Kind) => TextDocument[],
): Texts<Kind> {
  return Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Texts<Kind>;
}

function heldOutDocuments(
  world: World,
  kind: WorldKind,
  seed: number,
  bytes: number,
  known: Set<string>,
): TextDocument[] {
  const drawn =
    kind === 'exercises'
      ? heldOutExercises(world, Math.ceil(bytes / 20), seed).map(exerciseDocument)
      : generateCorpus(world, kind, { bytes: SURPLUS * bytes, seed, knobs: CLEAN });
  return takeBytes(
    drawn.filter(({ text }) => !known.has(text)),
    bytes,
  );
}

/** Matches whose labs buy and prepare at the same time; all others need what they are tested with only. */
const MOST_MARKETS = 12;
const markets = new Map<object, Texts<WorldKind>>();

function writeMarket(world: World, seed: number): Texts<WorldKind> {
  return eachKind(WORLD_KINDS, (kind) => {
    const offer = MARKET.find((candidate) => candidate.kind === kind);
    return generateCorpus(world, kind, { bytes: offer?.bytes ?? 0, seed });
  });
}

/** The market of a world; the one that was asked for longest ago makes way. */
function marketOf(world: World, seed: number): Texts<WorldKind> {
  const market = markets.get(world) ?? writeMarket(world, seed);
  markets.delete(world);
  markets.set(world, market);
  const [oldest] = markets.keys();
  if (markets.size > MOST_MARKETS && oldest) markets.delete(oldest);
  return market;
}

/** Writes everything there is to read in a generation of a match; the same seeds give the same texts. About half a second. `pages` are those of the class. */
export function createTexts(seeds: MatchSeeds, year = 1, pages: readonly string[] = []): MatchTexts {
  const world = createWorld(seeds.world, year);
  const market = marketOf(world, seeds.market);
  const known = new Set(Object.values(market).flatMap((documents) => documents.map(({ text }) => text)));
  const heldOut = (seed: number, bytes: number): HeldOut => ({
    texts: eachKind(SCORED_KINDS, (kind) => heldOutDocuments(world, kind, seed, bytes, known)),
    suite: buildSuite(world, seed),
  });
  const classDocuments = pages.map((text): TextDocument => ({ kind: 'class', text, ownRow: false }));
  const validation = heldOut(seeds.validation, VALIDATION_BYTES);
  for (const documents of Object.values(validation.texts)) for (const { text } of documents) known.add(text);
  const sealed = heldOut(seeds.sealed, SEALED_BYTES);
  return {
    seeds,
    world,
    get market() {
      return { ...marketOf(world, seeds.market), class: classDocuments };
    },
    validation,
    sealed,
  };
}

function knownTexts({ market, validation, sealed }: MatchTexts): Set<string> {
  const all = [market, validation.texts, sealed.texts].flatMap((texts) => Object.values(texts));
  return new Set(all.flatMap((documents) => documents.map(({ text }) => text)));
}

/** Text of a kind that is neither on the market nor in a test. */
export function freshDocuments(
  texts: MatchTexts,
  kind: ScoredKind,
  seed: number,
  bytes: number,
): TextDocument[] {
  return heldOutDocuments(texts.world, kind, seed, bytes, knownTexts(texts));
}

/** Archives by the texts that they belong to: only a team that won one needs it. */
const archives = new WeakMap<MatchTexts, Map<WorldKind, TextDocument[]>>();
/** Text is drawn in parts of this share of what is needed, for the repeats that are thrown away. */
const ARCHIVE_STEP = 0.5;
/** So many parts bring everything; a grammar that runs dry must not keep the thread for ever. */
const MOST_ARCHIVE_STEPS = 12;

/**
 * The archive of a kind, as the auction sells it: each text once, none of it on the market or in held-out text. It ends with the
 * document that reaches the archive's size, or where the grammar has nothing new to say.
 */
export function archiveOf(texts: MatchTexts, kind: WorldKind): TextDocument[] {
  const written = archives.get(texts) ?? new Map<WorldKind, TextDocument[]>();
  archives.set(texts, written);
  const known = written.get(kind);
  if (known) return known;
  const bytes = bytesOf(kind, 'archive');
  const seen = knownTexts(texts);
  const documents: TextDocument[] = [];
  let size = 0;
  for (let step = 0; step < MOST_ARCHIVE_STEPS && size < bytes; step++) {
    const seed = hashSeed(texts.seeds.market, `archive ${step}`);
    for (const document of generateCorpus(texts.world, kind, { bytes: ARCHIVE_STEP * bytes, seed })) {
      if (size >= bytes || seen.has(document.text)) continue;
      seen.add(document.text);
      documents.push(document);
      size += document.text.length;
    }
  }
  written.set(kind, documents);
  return documents;
}

const textsOfMatch = new Map<
  string,
  { generation: number; classTextId: string | undefined; texts: MatchTexts }
>();

/** The texts of a match's present generation, written once per thread. */
export function textsOf({ matchId, generation, seeds, classText }: MatchKey): MatchTexts {
  const known = textsOfMatch.get(matchId);
  if (known?.generation === generation && known.classTextId === classText?.id) return known.texts;
  const texts = createTexts(seeds, generation, classText?.pages);
  textsOfMatch.set(matchId, { generation, classTextId: classText?.id, texts });
  return texts;
}

export function forgetTexts(matchId: string): void {
  const known = textsOfMatch.get(matchId);
  if (known) markets.delete(known.texts.world);
  textsOfMatch.delete(matchId);
}
