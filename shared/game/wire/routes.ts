/** Every HTTP route, and what is answered. Errors are always `{ error: GameError }` with the REFUSAL_HEADER. */

import type { CorpusKind } from '../../world/document.ts';
import type { Demonstration, DemonstrationPack } from '../../world/packs.ts';
import type { FolkName, Pronoun } from '../../world/types.ts';
import type { Yardstick } from '../match.ts';
import type { HallCard } from '../hall.ts';
import type { GameError } from '../result.ts';
import type { SurveySheet } from '../survey.ts';
import type { RatingChoice, PairCard } from '../stages/align/state.ts';
import type { BallotCard } from '../stages/arena/state.ts';

/** Routes. Those under /api/team need `Authorization: Bearer <seat token>`; `:stage` is a training stage. */
export const ROUTES = {
  createMatch: '/api/matches',
  quickMatch: '/api/quick',
  table: '/api/table',
  hall: '/api/hall',
  hallModel: '/api/hall/:id/model',
  hallTokenizer: '/api/hall/:id/tokenizer',
  leaveHall: '/api/hall/:id/leave',
  reportHall: '/api/hall/:id/report',
  /** The winner of the match whose seat's token it carries. */
  enterHall: '/api/team/hall',
  takeSeat: '/api/matches/:code/seats',
  watch: '/api/matches/:code/audience',
  /** With the host's token. */
  endMatch: '/api/matches/:code/end',
  /** With the host's own token: a link to another screen of the host's. */
  openScreen: '/api/matches/:code/screens',
  joinImage: '/api/matches/:code/qr.svg',
  market: '/api/team/market',
  documents: '/api/team/documents/:kind',
  corpus: '/api/team/corpus/:kind',
  /** From the host, in the lobby: a text for the whole class, or none in its place. */
  classText: '/api/team/class-text',
  deck: '/api/team/deck/:style',
  pairs: '/api/team/pairs',
  arena: '/api/team/arena',
  shard: '/api/team/shard/:stage/:round',
  update: '/api/team/update/:stage/:round',
  checkpoint: '/api/team/checkpoint/:stage/:version',
  probeRows: '/api/team/probe/:id/rows',
  probeCheckpoint: '/api/team/probe/:id/checkpoint',
  probe: '/api/team/probe/:id',
  /** For whoever's device trains the lab's painter: its pictures, and its weights after so many steps out and in. */
  paintLessons: '/api/team/painting',
  painter: '/api/team/painting/:steps/painter',
  painted: '/api/team/painting/:steps',
  /** For whoever's device teaches the lab's small copy its next part: what it learns from and its weights out, what became of it in. */
  lessonRows: '/api/team/lesson/:lesson/rows',
  lessonPupil: '/api/team/lesson/:lesson/pupil',
  lesson: '/api/team/lesson/:lesson',
  tokenizer: '/api/team/tokenizer',
  /** Text that nobody trained on, and things to ask a model. */
  reading: '/api/team/reading',
  /** Of a lab (by its id) or of the House, once the match is over. */
  finalModel: '/api/team/final/:id/model',
  finalTokenizer: '/api/team/final/:id/tokenizer',
  /** The own answers to the open questions, or for the host everybody's without names. */
  survey: '/api/team/survey',
  /** For the host, once the match is over: a `Recording` as packed JSON. */
  recording: '/api/team/recording',
  health: '/api/health',
} as const;

/**
 * A page puts it before every path of a match, that of its socket too: whoever is asked, be it a proxy or one of several processes,
 * then knows whose request it is.
 */
export const MATCH_PATH = '/m/:code';

/** Largest body of an update: 2 M parameters as int8 with their exponents, and its header. */
export const MAX_UPDATE_BYTES = 2 * 1024 * 1024 * (33 / 32) + 4096;

/** What a painter learns from: pixels as hexadecimal digits, and the numbers of each caption's words. */
export interface PaintLessons {
  pictures: string[];
  words: number[][];
  vocabularySize: number;
}

export interface CreateMatchReply {
  code: string;
  roomId: string;
  hostToken: string;
}

/** Where there is a seat to take. */
export interface QuickMatchReply {
  code: string;
}

/** The best of a season first; the place of the device that asks, counted from 1. */
export interface TableReply {
  rows: { name: string; points: number; matches: number }[];
  ownPlace: number | null;
}

/** The labs in the hall, those of this season first. */
export interface HallReply {
  labs: { id: string; season: string; isOwn: boolean; card: HallCard }[];
}

export interface EnterHallReply {
  id: string;
}

export interface TakeSeatReply {
  roomId: string;
  playerId: string;
  seatToken: string;
}

export interface WatchReply {
  roomId: string;
  watcherId: string;
  seatToken: string;
}

/** Per dataset: how many tokens the whole of it has with each vocabulary size, measured by the server. */
export interface MarketReply {
  datasets: {
    kind: CorpusKind;
    documents: number;
    bytes: number;
    tokens: Record<string, number>;
  }[];
  /** How surprised a model is that only counts words, on the live test. */
  yardstick: Yardstick;
}

/** A page of real documents of a dataset. */
export interface DocumentsReply {
  page: number;
  pages: number;
  documents: { number: number; text: string }[];
}

/** One of the people of the world, as its encyclopedia tells of them. */
export interface ProbedPerson {
  name: string;
  pronoun: Pronoun;
  folk: FolkName;
}

/** For those who talk to models. */
export interface ReadingReply {
  /** Short texts of this world that are on no market and in no test. */
  texts: string[];
  /** Things to ask, some of them as lessons do; and first words of stories and of sentences that nobody has read. */
  questions: string[];
  openers: string[];
  /** Whom a model may have read of. */
  people: ProbedPerson[];
}

/** All documents of a dataset, in order: what the browser's own tools work on. */
export interface CorpusReply {
  texts: string[];
}

/** Demonstration cards to read before choosing, some of each pack. */
export interface DeckReply {
  packs: Record<DemonstrationPack, Demonstration[]>;
}

/** All pairs of the match in this player's own order, none with its lab, and how the player rated it (null = not yet). */
export interface PairsReply {
  pairs: (PairCard & { choice: RatingChoice | null })[];
}
/** Carries the code of every refusal, so that one with status 200 can be told from an answer. */
export const REFUSAL_HEADER = 'x-game-error';

/** The own ballot in its order, or for the host all pairs. */
export interface ArenaReply {
  pairs: BallotCard[];
}

/** Answers to the open questions: a player's own, or for the host those of all who gave any. */
export interface SurveyReply {
  own: SurveySheet['answers'] | null;
  sheets: SurveySheet[];
}

export interface ErrorReply {
  error: GameError;
}
