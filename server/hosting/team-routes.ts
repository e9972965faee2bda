/** What the seated may ask of their match and bring to it, by route: served over HTTP, and within one process. */

import type { z } from 'zod';
import {
  contestantParam,
  documentsQuery,
  kindParam,
  numberParam,
  probeParam,
  stageParam,
  styleParam,
} from '../../shared/game/wire/bodies.ts';
import {
  ROUTES,
  type ArenaReply,
  type DocumentsReply,
  type PairsReply,
  type SurveyReply,
} from '../../shared/game/wire/routes.ts';
import { isHiddenFrom } from '../../shared/game/reports.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import type { Match } from '../../shared/game/match.ts';
import type { ErrorCode } from '../../shared/game/result.ts';
import { ratingOrder } from '../../shared/game/stages/align/rating-order.ts';
import { ratingOf } from '../../shared/game/stages/align/preferences.ts';
import { HUSHED, isHushed } from '../../shared/game/hush.ts';
import { anonymousSheets, answersOf } from '../../shared/game/survey.ts';
import { HOST_VOTER } from '../../shared/game/stages/arena/state.ts';
import { ballotCards } from '../../shared/game/stages/arena/votes.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import type { MarketFacts } from '../referee/tasks.ts';
import type { Hosted } from './hosted.ts';
import { refuse, Refusal, valueOf } from './refusal.ts';
import { isHostScreen, isHostsOwn, type TokenOwner } from './token-owner.ts';

/** Whose request it is, in which match. */
export interface Asker {
  hosted: Hosted;
  seat: TokenOwner;
}

/** JSON, a `CorpusReply` of these texts, or bytes. */
export type Answer = { json: unknown } | { texts: readonly string[] } | { bytes: Uint8Array };

/** The places in a route, by name, as they stand in the address. */
type Params = Readonly<Record<string, string>>;

/** Answers, or throws a `Refusal`. */
type Question = (asker: Asker, params: Params, query: unknown) => Answer | Promise<Answer>;

/** Takes megabytes; both throw a `Refusal`, and nobody is told what became of them before that is written down. */
interface Delivery {
  /** Whether somebody waits for it: asked before the megabytes are read. */
  awaits(asker: Asker, params: Params): void;
  take(asker: Asker, params: Params, bytes: Uint8Array): Promise<void>;
}

/** Documents of one page: a phone's screen of stories. */
const PAGE_DOCUMENTS = 8;

function playerOf({ seat }: Asker): string {
  return seat.kind === 'player' ? seat.playerId : refuse('protocol/bad_token');
}

/** What the referee or the store is asked for; refused where it fails, or the match is gone before. */
function fetched<T>({ service }: Hosted, work: Promise<T>): Promise<T> {
  return work.catch(() => refuse(service.signal.aborted ? 'match/closed' : 'protocol/server_busy'));
}

/** The same for work that may itself refuse. */
function fetchedOrRefused<T>(hosted: Hosted, work: Promise<T>): Promise<T> {
  return work.catch((thrown: unknown) => {
    if (thrown instanceof Refusal) throw thrown;
    return fetched(hosted, Promise.reject(thrown));
  });
}

function marketOf({ hosted }: Asker): Promise<MarketFacts> {
  return fetched(hosted, hosted.market());
}

/** A part of the address or the query, read by its validator; refused with this code where it is none. */
function read<T extends z.ZodType>(
  schema: T,
  part: unknown,
  code: ErrorCode = 'protocol/not_found',
): z.output<T> {
  const parsed = schema.safeParse(part);
  return parsed.success ? parsed.data : refuse(code);
}

async function written({ hosted: { service } }: Asker): Promise<void> {
  await service
    .written()
    .catch(() => refuse(service.signal.aborted ? 'match/closed' : 'protocol/server_busy'));
}

const numberIn = (part: unknown): number => read(numberParam, part, 'protocol/bad_message');

/** A page of a dataset; the last one stands for all after it. */
function pageOf({ documents }: MarketFacts, kind: CorpusKind, wantedPage: number): DocumentsReply {
  const pages = Math.ceil(documents[kind].length / PAGE_DOCUMENTS);
  const page = Math.max(0, Math.min(wantedPage, pages - 1));
  const first = page * PAGE_DOCUMENTS;
  return {
    page,
    pages,
    documents: documents[kind]
      .slice(first, first + PAGE_DOCUMENTS)
      .map((text, index) => ({ number: first + index + 1, text })),
  };
}

/** The pairs to rate; nothing in them tells whose they are. */
function pairsFor(match: Match, raterId: string): PairsReply {
  const pairs = ratingOrder(match, raterId).map(({ teamId, ...card }) => ({
    ...card,
    ...(isHushed(match, teamId) || isHiddenFrom(match, card.id, raterId) ? { a: HUSHED, b: HUSHED } : {}),
    choice: ratingOf(match, card.id, raterId) ?? (isHiddenFrom(match, card.id, raterId) ? 'skip' : null),
  }));
  return { pairs };
}

/** Whoever rates pairs: a player, or one of the audience. */
function raterOf({ seat }: Asker): string {
  if (isHostScreen(seat)) return refuse('protocol/bad_token');
  return seat.kind === 'player' ? seat.playerId : seat.watcherId;
}

function voterOf(seat: TokenOwner): string {
  if (isHostScreen(seat)) return HOST_VOTER;
  return seat.kind === 'player' ? seat.playerId : seat.watcherId;
}

export const QUESTIONS: Readonly<Record<string, Question>> = {
  [ROUTES.market]: async (asker) => ({ json: (await marketOf(asker)).reply }),

  async [ROUTES.documents](asker, { kind }, query) {
    const { page } = read(documentsQuery, query, 'protocol/bad_message');
    return { json: pageOf(await marketOf(asker), read(kindParam, kind), page) };
  },

  async [ROUTES.corpus](asker, { kind }) {
    const { documents } = await marketOf(asker);
    return { texts: documents[read(kindParam, kind)] };
  },

  async [ROUTES.deck](asker, { style }) {
    const { decks } = await marketOf(asker);
    return { json: decks[read(styleParam, style)] };
  },

  async [ROUTES.paintLessons](asker) {
    const { hosted } = asker;
    return { json: await fetchedOrRefused(hosted, hosted.painting.lessons(playerOf(asker))) };
  },

  async [ROUTES.painter](asker, { steps }) {
    const { hosted } = asker;
    return {
      bytes: await fetchedOrRefused(hosted, hosted.painting.weights(playerOf(asker), numberIn(steps))),
    };
  },

  [ROUTES.lessonRows]: (asker, { lesson }) => ({
    bytes: asker.hosted.lessons.rows(playerOf(asker), numberIn(lesson)),
  }),

  [ROUTES.lessonPupil]: (asker, { lesson }) => ({
    bytes: asker.hosted.lessons.checkpoint(playerOf(asker), numberIn(lesson)),
  }),

  [ROUTES.tokenizer](asker) {
    const { service, models } = asker.hosted;
    const player = lookUp(service.match.players, playerOf(asker));
    const model = player && models.get(player.teamId);
    return { json: (model ?? refuse('protocol/not_found')).tokenizer };
  },

  [ROUTES.pairs]: (asker) => ({ json: pairsFor(asker.hosted.service.shown, raterOf(asker)) }),

  [ROUTES.arena]({ hosted, seat }) {
    const cards = ballotCards(hosted.service.shown, voterOf(seat));
    /* Whoever only looks on needs not know how the host voted. */
    const pairs = seat.kind === 'projector' ? cards.map((card) => ({ ...card, choice: null })) : cards;
    return { json: { pairs } satisfies ArenaReply };
  },

  async [ROUTES.reading]({ hosted }) {
    return { json: await fetched(hosted, hosted.reading()) };
  },

  async [ROUTES.finalModel]({ hosted }, { id }) {
    const wanted = hosted.finals.model(read(contestantParam, id));
    return { bytes: valueOf(await fetched(hosted, wanted)) };
  },

  async [ROUTES.finalTokenizer]({ hosted }, { id }) {
    const wanted = hosted.finals.tokenizer(read(contestantParam, id));
    return { json: valueOf(await fetched(hosted, wanted)) };
  },

  [ROUTES.survey]({ hosted, seat }) {
    const { survey } = hosted.service.shown;
    if (!survey || seat.kind === 'audience' || seat.kind === 'projector') return refuse('protocol/not_found');
    const reply: SurveyReply =
      seat.kind === 'host'
        ? { own: null, sheets: anonymousSheets(survey) }
        : { own: answersOf(survey, seat.playerId), sheets: [] };
    return { json: reply };
  },

  async [ROUTES.recording]({ hosted, seat }) {
    if (seat.kind !== 'host') refuse('protocol/host_only');
    return { bytes: valueOf(await fetched(hosted, hosted.recording())) };
  },
  [ROUTES.shard](asker, { stage, round }) {
    const { training } = asker.hosted;
    return { bytes: valueOf(training.shard(playerOf(asker), read(stageParam, stage), numberIn(round))) };
  },

  [ROUTES.checkpoint](asker, { stage, version }) {
    const { training } = asker.hosted;
    return {
      bytes: valueOf(training.checkpoint(playerOf(asker), read(stageParam, stage), numberIn(version))),
    };
  },

  [ROUTES.probeRows](asker, { id }) {
    const { probes } = asker.hosted;
    return { bytes: valueOf(probes.rows(playerOf(asker), read(probeParam, id))) };
  },

  [ROUTES.probeCheckpoint](asker, { id }) {
    const { probes } = asker.hosted;
    return { bytes: valueOf(probes.checkpoint(playerOf(asker), read(probeParam, id))) };
  },
};

export const DELIVERIES: Readonly<Record<string, Delivery>> = {
  [ROUTES.classText]: {
    awaits({ hosted, seat }) {
      if (!isHostsOwn(seat)) refuse('protocol/host_only');
      hosted.classTexts.awaits();
    },
    async take(asker, _params, bytes) {
      await fetchedOrRefused(asker.hosted, asker.hosted.classTexts.take(bytes));
    },
  },
  [ROUTES.painted]: {
    awaits: (asker, { steps }) => asker.hosted.painting.awaits(playerOf(asker), numberIn(steps)),
    async take(asker, { steps }, bytes) {
      const { hosted } = asker;
      await fetchedOrRefused(hosted, hosted.painting.take(playerOf(asker), numberIn(steps), bytes));
      await written(asker);
    },
  },
  [ROUTES.lesson]: {
    awaits: (asker, { lesson }) => asker.hosted.lessons.awaits(playerOf(asker), numberIn(lesson)),
    async take(asker, { lesson }, bytes) {
      const { hosted } = asker;
      await fetchedOrRefused(hosted, hosted.lessons.take(playerOf(asker), numberIn(lesson), bytes));
      await written(asker);
    },
  },
  [ROUTES.probe]: {
    awaits: (asker, { id }) => valueOf(asker.hosted.probes.awaits(playerOf(asker), read(probeParam, id))),
    async take(asker, { id }, bytes) {
      const taken = asker.hosted.probes.take(playerOf(asker), read(probeParam, id), bytes);
      await written(asker);
      valueOf(taken);
    },
  },
  [ROUTES.update]: {
    awaits: (asker, { stage, round }) =>
      valueOf(asker.hosted.training.awaits(playerOf(asker), read(stageParam, stage), numberIn(round))),
    async take(asker, { stage, round }, bytes) {
      const { training } = asker.hosted;
      const taken = await training.update(playerOf(asker), read(stageParam, stage), numberIn(round), bytes);
      await written(asker);
      valueOf(taken);
    },
  },
};
