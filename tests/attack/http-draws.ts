/** Hostile HTTP: every route with strange places, tokens, methods and bodies, and paths that are none. */

import * as fc from 'fast-check';
import type { z } from 'zod';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import {
  classTextBody,
  createMatchBody,
  hallBody,
  openScreenBody,
  quickMatchBody,
  reportHallBody,
  tableBody,
  takeSeatBody,
  watchBody,
} from '../../shared/game/wire/bodies.ts';
import { joinOptions } from '../../shared/game/wire/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { PUPIL_LESSONS } from '../../shared/serving/models.ts';
import { CORPUS_KINDS } from '../../shared/world/document.ts';
import { ANSWER_STYLES } from '../../shared/world/packs.ts';
import { valid, type Known } from './from-validator.ts';
import { hostile, strangeIds } from './hostile.ts';
import { oddBodies, updates } from './http-bodies.ts';
import type { HttpRequest } from './over-http.ts';
import type { OpenedMatch } from './stage-match.ts';

export interface DrawnRequest extends HttpRequest {
  /** Set where the token is for another match than the room: it must not open it. */
  isForeign: boolean;
  opensMatches: boolean;
}

/** The matches under attack, as they are when a request is drawn. */
export type Targets = () => readonly OpenedMatch[];

const BODIES: Partial<Record<keyof typeof ROUTES, z.core.$ZodType>> = {
  createMatch: createMatchBody,
  quickMatch: quickMatchBody,
  table: tableBody,
  hall: hallBody,
  enterHall: hallBody,
  leaveHall: hallBody,
  reportHall: reportHallBody,
  openScreen: openScreenBody,
  takeSeat: takeSeatBody,
  watch: watchBody,
  classText: classTextBody,
};

/** Of our own, of the framework's, and of nobody's. */
const ROOM_METHODS = ['joinById', 'joinById', 'joinById', 'create', 'join', 'joinOrCreate', 'reconnect', 'x'];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];
/** Routes that take something in; all others are asked more often than told. */
const TAKING: readonly string[] = [
  'createMatch',
  'quickMatch',
  'table',
  'hall',
  'enterHall',
  'leaveHall',
  'reportHall',
  'openScreen',
  'takeSeat',
  'watch',
  'update',
  'probe',
  'painted',
  'lesson',
  'classText',
] satisfies (keyof typeof ROUTES)[];
/** Beyond the limit of an update. */
const FAR_TOO_LARGE = 3_000_000;

function honestPlace(name: string, targets: Targets): fc.Arbitrary<string> {
  const pick = (choose: (match: OpenedMatch) => readonly string[]): fc.Arbitrary<string> =>
    fc.nat().map((index) => {
      const all = targets().flatMap(choose);
      return all.length > 0 ? all[index % all.length] : 'none';
    });
  const places: Record<string, fc.Arbitrary<string>> = {
    code: pick(({ code }) => [code]),
    roomId: pick(({ roomId }) => [roomId]),
    kind: fc.constantFrom(...CORPUS_KINDS),
    style: fc.constantFrom(...ANSWER_STYLES),
    stage: fc.constantFrom('pretrain', 'fine-tune', 'align'),
    round: fc.integer({ min: 0, max: 3 }).map(String),
    version: fc.integer({ min: 0, max: 3 }).map(String),
    /* What a painter has learnt when a part of its training ends. */
    steps: fc.constantFrom('0', '17', '200', '2119'),
    lesson: fc.integer({ min: 0, max: PUPIL_LESSONS }).map(String),
    id: pick(({ seats }) => seats.map(({ playerId }) => `${playerId}.7`)),
  };
  if (!Object.hasOwn(places, name))
    throw new Error(`tests/attack/http-draws.ts does not know the place :${name} of a route`);
  return places[name];
}

/** Percent-encoded wrongly, or pointing elsewhere. */
const oddPlaces = fc.constantFrom(
  '%',
  '%zz',
  '%00',
  '%2e%2e%2f',
  '..%5c',
  '%F0%9F',
  '%e2%80%ae',
  '',
  '.',
  '-1',
  '1e9',
  'x'.repeat(4_000),
);

/** As a path can carry it: lone halves of characters have no encoding, and are replaced on the way through bytes. */
const encode = (text: string): string => encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));

function place(name: string, targets: Targets): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: honestPlace(name, targets).map(encode) },
    { weight: 1, arbitrary: strangeIds().map((text) => encode(text).slice(0, 6_000)) },
    { weight: 1, arbitrary: oddPlaces },
  );
}

function path(route: string, targets: Targets): fc.Arbitrary<string> {
  const parts = route
    .split('/')
    .map((part) => (part.startsWith(':') ? place(part.slice(1), targets) : fc.constant(part)));
  const query = fc.constantFrom(
    '',
    '',
    '',
    '?page=1',
    '?page=-1',
    '?page=NaN',
    '?page[]=1',
    '?__proto__[a]=1',
    '?%',
  );
  return fc.tuple(fc.tuple(...parts), query).map(([filled, asked]) => `${filled.join('/')}${asked}`);
}

function json(schema: z.core.$ZodType, known: Known, elsewhere: readonly string[]): fc.Arbitrary<string> {
  const value = fc.oneof(valid(schema, known), hostile(schema, known, elsewhere));
  return value.map((drawn) => JSON.stringify(drawn) ?? '');
}

/** Headers that claim what a proxy would, or what another site's page would send; never two of a kind for the same. */
const headers: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      { 'x-forwarded-for': '10.1.2.3, 10.1.2.4' },
      { 'content-encoding': 'gzip' },
      { 'accept-encoding': 'br, gzip;q=0' },
      { cookie: 'a=b; __proto__=1' },
      { range: 'bytes=0-1' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 20, max: 90 })
      .map((many) =>
        Object.fromEntries(Array.from({ length: many }, (_, index) => [`x-n-${index}`, 'y'.repeat(20)])),
      ),
  },
);

const types = fc.constantFrom(
  'application/json',
  'application/json',
  'application/json',
  'application/octet-stream',
  'text/plain',
  'application/json; charset=utf-99',
  '',
);

interface Holder {
  match: OpenedMatch;
  token: string;
}

/** Seats that no socket of the attack sits on: joining with their tokens puts nobody out. */
const FREE_SEATS = [2, 3];
const ALL_SEATS = [0, 1, 2, 3];

/** Somebody with a token: the host, or one of these seats. */
function holders(targets: Targets, seats: readonly number[]): fc.Arbitrary<Holder | null> {
  const seat = fc.constantFrom(null, ...seats);
  return fc.tuple(fc.nat(), seat).map(([index, number]) => {
    const all = targets();
    if (all.length === 0) return null;
    const match = all[index % all.length];
    return { match, token: number === null ? match.hostToken : match.seats[number].seatToken };
  });
}

const badTokens = fc.oneof(
  fc.constantFrom('', 'Bearer', 'Basic YTpi', `Bearer ${'A'.repeat(32)}`, 'Bearer __proto__'),
  fc.string({ maxLength: 30 }).map((text) => `Bearer ${encode(text)}`),
);

/** Requests to the game's own routes. */
function toRoutes(targets: Targets, known: Known, elsewhere: readonly string[]): fc.Arbitrary<DrawnRequest> {
  const names = Object.keys(ROUTES) as (keyof typeof ROUTES)[];
  const one = (name: keyof typeof ROUTES): fc.Arbitrary<DrawnRequest> => {
    const schema = BODIES[name];
    const own = schema ? json(schema, known, elsewhere) : updates;
    const body: fc.Arbitrary<string | Uint8Array> = fc.oneof(
      { weight: 3, arbitrary: own },
      { weight: 1, arbitrary: oddBodies },
    );
    return fc
      .record({
        method: fc.oneof(
          { weight: 4, arbitrary: fc.constant(TAKING.includes(name) ? 'POST' : 'GET') },
          { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
        ),
        path: path(ROUTES[name], targets),
        headers,
        type: types,
        authorization: fc.oneof(
          { weight: 5, arbitrary: holders(targets, ALL_SEATS) },
          { weight: 2, arbitrary: badTokens },
          fc.constant(null),
        ),
        body,
      })
      .map(({ authorization, headers, type, method, body, path }) => {
        const token =
          typeof authorization === 'string'
            ? authorization
            : authorization && `Bearer ${authorization.token}`;
        const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
        return {
          method,
          path,
          headers: {
            ...headers,
            ...(type === '' ? {} : { 'content-type': type }),
            ...(token === null ? {} : { authorization: token }),
          },
          ...(hasBody ? { body } : {}),
          isForeign: false,
          opensMatches: name === 'createMatch' || name === 'quickMatch',
        };
      });
  };
  return fc.oneof(...names.map(one));
}

/** Ways into rooms: with the right token, with that of another match, with none. */
function toRooms(targets: Targets, known: Known, elsewhere: readonly string[]): fc.Arbitrary<DrawnRequest> {
  return fc
    .record({
      method: fc.constantFrom(...ROOM_METHODS),
      holder: holders(targets, FREE_SEATS),
      roomId: place('roomId', targets),
      isHonest: fc.integer({ min: 0, max: 3 }),
      body: fc.oneof(json(joinOptions, known, elsewhere), oddBodies),
      headers,
      type: types,
    })
    .map(({ method, holder, roomId, isHonest, body, headers, type }) => {
      const isToken = holder !== null && isHonest > 0;
      return {
        method: 'POST',
        path: `/matchmake/${method}/${roomId}`,
        headers: { ...headers, 'content-type': isToken ? 'application/json' : type || 'text/plain' },
        body: isToken ? JSON.stringify({ version: PROTOCOL_VERSION, token: holder.token }) : body,
        isForeign: !isToken || holder.match.roomId !== roomId,
        opensMatches: false,
      };
    });
}

function elsewherePaths(): fc.Arbitrary<DrawnRequest> {
  const paths = fc.oneof(
    fc.constantFrom(
      '/',
      '/host',
      '/api',
      '/api/',
      '/api/team',
      '/assets/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/%',
      '//evil.example',
      '/colyseus',
      '/monitor',
      '/__healthcheck',
    ),
    strangeIds().map((text) => `/${encode(text).slice(0, 6_000)}`),
  );
  return fc.tuple(fc.constantFrom(...METHODS), paths, headers).map(([method, path, headers]) => {
    return { method, path, headers, isForeign: false, opensMatches: false };
  });
}

/** Bodies that no route takes, once in a while. */
const floods: fc.Arbitrary<DrawnRequest> = fc
  .constantFrom('/api/team/update/pretrain/1', '/api/matches', '/matchmake/joinById/x')
  .map((path) => {
    return {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(FAR_TOO_LARGE),
      isForeign: true,
      opensMatches: false,
    };
  });

export function drawRequests(
  targets: Targets,
  known: Known,
  elsewhere: readonly string[],
): fc.Arbitrary<DrawnRequest> {
  return fc.oneof(
    { weight: 60, arbitrary: toRoutes(targets, known, elsewhere) },
    { weight: 20, arbitrary: toRooms(targets, known, elsewhere) },
    { weight: 12, arbitrary: elsewherePaths() },
    { weight: 1, arbitrary: floods },
  );
}
