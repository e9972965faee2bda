/**
 * Several processes that share a database and a Redis: each answers for any match, by passing on what belongs to a match of another;
 * and goes on with the matches of those that are gone.
 */

import type { IncomingMessage } from 'node:http';
import { matchMaker } from '@colyseus/core';
import type { Redis } from 'ioredis';
import type { RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { splitMatchPath } from '../http/match-path.ts';
import { refuseUpgrade, type SocketForwarder } from '../http/upgrades.ts';
import { refuse, Refusal } from '../hosting/refusal.ts';
import { logWarning } from '../log.ts';
import type { Directory } from '../matchmaking/directory.ts';
import type { Hosting } from '../matchmaking/host-match.ts';
import type { OpenLobbies } from '../matchmaking/quick-match.ts';
import { recoverMatches } from '../matchmaking/recover-matches.ts';
import type { Store } from '../store/ports.ts';
import { passOn, passSocketOn, type Onward } from './forward.ts';
import { Channels, RoomList } from './framework.ts';
import { Places } from './places.ts';
import { openRedis } from './redis.ts';
import { repeat } from './repeat.ts';
import { SilenceWatch } from './silence.ts';
import { takeVisitor } from './visitor.ts';

/** How often a process tells where its matches are, and how often it looks for those of dead ones. */
const TELL_MS = 1_000;
const LOOK_MS = 500;
/** Codes that nobody says he has are looked up in the database: so many a second, lest a flood of them becomes one there. */
const LOOK_UPS = { points: 500, duration: 1 };

/** The framework's key. */
const ROOM_COUNTS = 'roomcount';

/** Where a match is: of this process, at another's address, of none just now, or nowhere. */
type Whereabouts = 'here' | 'nowhere' | 'on its way' | { address: string };

/** A request or socket that is passed on. */
interface UnderWay {
  address: string;
  cut: AbortController;
}

export class Cluster {
  readonly redis: Redis;
  readonly #store: Store;
  readonly #directory: Directory;
  readonly #places: Places;
  readonly #rooms: RoomList;
  readonly #channels: Channels;
  readonly #life = new AbortController();
  /** Requests that another process passed on. */
  readonly #passedOn = new WeakSet<IncomingMessage>();
  /** What is being passed on, by the code of its match. */
  readonly #underWay = new Map<string, Set<UnderWay>>();
  readonly #lookUps = new RateLimiterMemory(LOOK_UPS);
  #turns: Promise<unknown> = Promise.resolve();
  #secret = '';
  #address = '';

  private constructor(redis: Redis, store: Store, directory: Directory) {
    this.redis = redis;
    this.#store = store;
    this.#directory = directory;
    this.#places = new Places(redis);
    this.#rooms = new RoomList(redis);
    this.#channels = new Channels(redis);
  }

  /** Throws a StoreError where there is no Redis. */
  static async open(url: string, store: Store, directory: Directory): Promise<Cluster> {
    /* The framework's own would have a new process wait for each dead one. */
    matchMaker.setHealthChecksEnabled(false);
    return new Cluster(await openRedis(url), store, directory);
  }

  /** What the framework needs to know of other processes. A room is opened where its match is: by itself it would take the emptiest process. */
  get framework() {
    return {
      presence: this.#channels,
      driver: this.#rooms,
      selectProcessIdToCreateRoom: () => Promise.resolve(matchMaker.processId),
    };
  }

  /** Believes what other processes say of whoever asked them; comes before all that looks at that. */
  readonly acceptVisitors: RequestHandler = (request, _response, next) => {
    const visitor = takeVisitor(request, this.#secret);
    if (visitor) {
      this.#passedOn.add(request);
      const { ip, protocol, host } = visitor;
      Object.defineProperties(request, {
        ip: { value: ip },
        protocol: { value: protocol },
        host: { value: host },
      });
    }
    next();
  };

  /** Passes on what belongs to a match of another process. */
  readonly passOn: RequestHandler = async (request, response, next) => {
    const { code } = splitMatchPath(request.originalUrl);
    const place = code === null ? 'here' : await this.#find(code, this.#passedOn.has(request));
    if (place === 'on its way') refuse('protocol/server_busy');
    if (code === null || place === 'here' || place === 'nowhere') return next();
    passOn(request, response, this.#setOut(code, place.address, response), () =>
      next(new Refusal({ code: 'protocol/server_busy' })),
    );
  };

  readonly sockets: SocketForwarder = {
    isPassedOn: (request) => takeVisitor(request, this.#secret) !== null,
    passOn: async (request, socket, head, isPassedOn) => {
      const { code } = splitMatchPath(request.url ?? '');
      const place = code === null ? 'here' : await this.#find(code, isPassedOn);
      if (code === null || place === 'here' || place === 'nowhere') return false;
      if (place === 'on its way') refuseUpgrade(socket, '503 Service Unavailable');
      else passSocketOn(request, socket, head, this.#setOut(code, place.address, socket));
      return true;
    },
  };

  /** While Redis is away each process brings its own strangers together. */
  readonly lobbies: OpenLobbies = {
    find: () => this.#places.openLobby().catch(() => null),
    post: (code) => this.#places.postLobby(code).catch(() => code),
  };

  /** Tells others at once where a match is that was just opened here. */
  async announce(code: string): Promise<void> {
    await this.#places.tell(matchMaker.processId, this.#address, [code]).catch(() => undefined);
  }

  /** Takes part, at this address; resolves when others know of this process. */
  async begin(hosting: Hosting, address: string): Promise<void> {
    this.#address = address;
    await this.#tellPlaces();
    const watch = new SilenceWatch();
    const { signal } = this.#life;
    this.#turns = Promise.all([
      repeat(TELL_MS, signal, () => this.#tellPlaces()),
      repeat(LOOK_MS, signal, () => this.#takeTurn(hosting, watch)),
    ]);
  }

  /** Takes over nothing more; resolves when nothing is under way. */
  async retire(): Promise<void> {
    this.#life.abort();
    await this.#turns;
  }

  /** When all matches have been left. */
  end(): void {
    for (const all of this.#underWay.values()) for (const { cut } of all) cut.abort();
    this.#channels.shutdown();
    this.redis.disconnect();
  }

  async #find(code: string, isPassedOn: boolean): Promise<Whereabouts> {
    if (this.#directory.answersFor(code)) return 'here';
    /* Whoever passed it on was told wrongly, or a moment ago: it is not sent round in circles. */
    const address = isPassedOn ? null : await this.#places.find(code).catch(() => null);
    if (address !== null && address !== this.#address) return { address };
    const isThere = async (): Promise<boolean> => {
      await this.#lookUps.consume('all');
      return this.#store.hasCode(code);
    };
    return (await isThere().catch(() => true)) ? 'on its way' : 'nowhere';
  }

  /** Where something is passed on to, until its asker has gone. */
  #setOut(code: string, address: string, asker: NodeJS.WritableStream): Onward {
    const one = { address, cut: new AbortController() };
    const all = this.#underWay.get(code) ?? new Set();
    this.#underWay.set(code, all.add(one));
    asker.once('close', () => {
      all.delete(one);
      if (all.size === 0 && this.#underWay.get(code) === all) this.#underWay.delete(code);
    });
    return { address, secret: this.#secret, signal: one.cut.signal };
  }

  async #tellPlaces(): Promise<void> {
    this.#secret = await this.#places.secret();
    await this.#places.tell(matchMaker.processId, this.#address, this.#directory.codes());
    await matchMaker.restoreMissingRoomCaches();
    for (const [code, all] of this.#underWay) {
      const place = await this.#places.find(code);
      /* Where nobody says that he has it, Redis may just have come back empty. */
      for (const { address, cut } of all) if (place !== null && address !== place) cut.abort();
    }
    if (await this.#places.isSweeper(matchMaker.processId)) await this.#sweep();
  }

  /** Takes rooms and counts of dead processes off the framework's lists, which it does itself only when somebody wants in. */
  async #sweep(): Promise<void> {
    const rooms = await this.#rooms.query({});
    const counts = await this.#channels.hgetall(ROOM_COUNTS);
    const listed = [...new Set([...rooms.map(({ processId }) => processId), ...Object.keys(counts)])];
    const alive = await this.#places.alive(listed);
    for (const processId of listed.filter((id) => !alive.has(id))) {
      await this.#rooms.cleanup(processId);
      await matchMaker.stats.excludeProcess(processId);
    }
  }

  /** Gives up what is another's by now, and goes on with what nobody has any more. */
  async #takeTurn(hosting: Hosting, watch: SilenceWatch): Promise<void> {
    const open = this.#directory.all();
    const own = new Set(await this.#store.ownMatches());
    for (const hosted of open.filter(({ roomId }) => !own.has(roomId))) {
      if (hosted.service.signal.aborted) continue;
      logWarning(`match ${hosted.code} belongs to another process by now`);
      await hosted.leave();
    }
    await recoverMatches(hosting, watch.observe(await this.#store.owners(), performance.now()));
  }
}
