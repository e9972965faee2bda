/** The messages of a hostile socket: every move of the validators in every manner, and every move that is the server's own. */

import * as fc from 'fast-check';
import { moveRequest } from '../../shared/game/wire/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { MOVES } from '../../shared/game/moves.ts';
import { membersOf, valid, type Known } from './from-validator.ts';
import { hostile, withStrangeIds } from './hostile.ts';

/** How a message came about: acceptable, with one id spoiled, with anything spoiled, or a move of the server's. */
type Manner = 'valid' | 'strange ids' | 'hostile' | 'server';

/** A request is answered; a plain message is not, and what its handler throws nobody catches. */
type Way = 'request' | 'message';

export interface Drawn {
  type: string;
  manner: Manner;
  way: Way;
  message: unknown;
}

/** What only the server may record. */
const SERVER_MOVES = Object.entries(MOVES).flatMap(([type, { by }]) => (by === 'system' ? [type] : []));

/** Ids of a match by what they are of, as they are when they are asked for. */
export interface Ids {
  teamIds(): readonly string[];
  playerIds(): readonly string[];
  pairIds(): readonly string[];
  proposalIds(): readonly string[];
}

let requests = 0;

/** What fits where, in this match: its ids, the version, and for each request an id of its own. */
export function knownOf(ids: Ids): Known {
  const byField = new Map<string, () => readonly unknown[]>([
    ['version', () => [PROTOCOL_VERSION]],
    ['id', () => [`fuzz-${requests++}`]],
    ['teamId', () => ids.teamIds()],
    ['playerId', () => ids.playerIds()],
    ['pairId', () => ids.pairIds()],
    ['proposalId', () => ids.proposalIds()],
  ]);
  return (field) => byField.get(field)?.() ?? [];
}

interface Card {
  type: string;
  manner: Manner;
  way: Way;
  arbitrary: fc.Arbitrary<unknown>;
}

/** A move of the server's with fields that most of them have. */
function serverMove(type: string, known: Known): fc.Arbitrary<unknown> {
  const first = (field: string): unknown => known(field)[0];
  return fc.nat(1e6).map((number) => ({
    version: PROTOCOL_VERSION,
    id: first('id'),
    move: {
      type,
      teamId: first('teamId'),
      playerId: first('playerId'),
      stage: 'align',
      round: 1,
      connected: false,
      name: `N${number}`,
    },
  }));
}

function deckOf(known: Known, elsewhere: readonly string[]): Card[] {
  const ways = ['request', 'message'] as const;
  const moves = [...membersOf(moveRequest.shape.move)].flatMap(([type, member]) => {
    const request = moveRequest.extend({ move: member });
    return ways.flatMap((way): Card[] => [
      { type, way, manner: 'valid', arbitrary: valid(request, known) },
      { type, way, manner: 'strange ids', arbitrary: withStrangeIds(request, known, elsewhere) },
      { type, way, manner: 'hostile', arbitrary: hostile(request, known, elsewhere) },
    ]);
  });
  const servers = SERVER_MOVES.flatMap((type) =>
    ways.map((way): Card => ({ type, way, manner: 'server', arbitrary: serverMove(type, known) })),
  );
  return [...moves, ...servers];
}

/** How many messages it takes until every move was drawn in every manner and way. */
export function deckSize(): number {
  return deckOf(() => [], []).length;
}

/** Messages without end: all there are, shuffled, again and again; the same for the same seed and match. */
export function* drawMessages(
  seed: number,
  known: Known,
  elsewhere: readonly string[],
): Generator<Drawn, never> {
  const deck = deckOf(known, elsewhere);
  const random = createRandom(hashSeed(seed, 'deck'));
  for (let number = 0; ;) {
    for (const { arbitrary, ...card } of random.shuffle(deck)) {
      const [message] = fc.sample(arbitrary, { numRuns: 1, seed: hashSeed(seed, `message ${number++}`) });
      yield { ...card, message };
    }
  }
}
