/** One match under attack: hostile players and a hostile host at its sockets, watched move by move from inside the server. */

import * as fc from 'fast-check';
import type { MoveReply } from '../../shared/game/wire/messages.ts';
import { CLOCK_REQUEST, MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { createRandom, hashSeed, type Random } from '../../shared/random.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { enter, type Guest } from '../rooms/fake-player.ts';
import { drawMessages, knownOf, type Drawn } from './draws.ts';
import type { InnerLook, ServerProcess } from './server-process.ts';
import type { OpenedMatch } from './stage-match.ts';
import { count, note, type Pace, type Tally } from './tally.ts';
import { traces } from './watched-match.ts';

export interface LaneOptions {
  server: ServerProcess;
  stage: Stage;
  seed: number;
  tally: Tally;
  pace: Pace;
  /** Ids of matches that are not under attack. */
  elsewhere: readonly string[];
  nextAddress(): string | undefined;
  /** Told of the match under attack whenever it is a new one. */
  onOpen(opened: OpenedMatch): void;
}

/** Who sits at a socket of the attack; the other seats are for HTTP. */
const PEOPLE = ['0', '1', 'host'] as const;
type Person = (typeof PEOPLE)[number];

/** Messages sent together, before the match is looked at again. */
const BATCH = 6;
const BURST_BATCH = 120;
/** Share of messages that are bytes of chance instead of a move. */
const NOISE = 0.04;
const MOST_NOISE_BYTES = 200;
/** Before a place in the room, or a match, is asked for again. */
const RETRY_MS = 1_500;

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

/** What became of a message: `ok`, a code, `sent` for a plain one, `closed` where the socket was closed over it. */
async function deliver({ room }: Guest, { way, message }: Drawn): Promise<string> {
  try {
    if (way === 'message') {
      room.send(MOVE_REQUEST, message);
      return 'sent';
    }
    const reply = await room.request<unknown, MoveReply>(MOVE_REQUEST, message);
    return reply.ok ? 'ok' : reply.error.code;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return /clos|not open/.test(text) ? 'closed' : `error: ${text.slice(0, 60)}`;
  }
}

class Lane {
  private readonly options: LaneOptions;
  private readonly random: Random;
  private opened: OpenedMatch | null = null;
  private look: InnerLook | null = null;
  private readonly guests = new Map<Person, Guest>();
  private readonly messages: Generator<Drawn, never>;
  private noises = 0;

  constructor(options: LaneOptions) {
    this.options = options;
    this.random = createRandom(hashSeed(options.seed, `lane ${options.stage}`));
    const known = knownOf({
      teamIds: () => this.look?.teamIds ?? [],
      playerIds: () => this.look?.playerIds ?? [],
      pairIds: () => this.look?.pairIds ?? [],
      proposalIds: () => this.look?.proposalIds ?? [],
    });
    this.messages = drawMessages(hashSeed(options.seed, options.stage), known, options.elsewhere);
  }

  async run(): Promise<void> {
    const { pace, server } = this.options;
    for (;;) {
      if (server.exit() !== null) return;
      const granted = await pace.take(pace.isBursting() ? BURST_BATCH : BATCH);
      if (granted === 0) return this.leave();
      try {
        await this.prepare();
      } catch {
        /* Too many matches or joins for now, or the server is gone, which is found out elsewhere. */
        pace.giveBack(granted);
        await pause(RETRY_MS);
        continue;
      }
      await this.attack(granted);
    }
  }

  private isUsable(): boolean {
    const { opened, look } = this;
    if (!opened || !look || look.stage !== this.options.stage) return false;
    return opened.seats.every(({ playerId }) => look.playerIds.includes(playerId));
  }

  /** A match in this lane's stage, with its people in the room. */
  private async prepare(): Promise<void> {
    const { server, stage, nextAddress, onOpen } = this.options;
    if (!this.isUsable()) {
      await this.leave();
      this.opened = await server.open(stage, nextAddress());
      onOpen(this.opened);
    }
    const { opened } = this;
    if (!opened) return;
    for (const person of PEOPLE) {
      if (this.guests.get(person)?.room.connection.isOpen) continue;
      const token = person === 'host' ? opened.hostToken : opened.seats[Number(person)].seatToken;
      this.guests.set(person, await enter(server.url, opened.roomId, token));
    }
    this.look = await server.look(opened.code);
  }

  private async leave(): Promise<void> {
    for (const { room } of this.guests.values()) if (room.connection.isOpen) room.connection.close();
    this.guests.clear();
    if (this.opened) await this.options.server.end(this.opened.code).catch(() => undefined);
    this.opened = null;
    this.look = null;
  }

  private pick(type: string): Guest | undefined {
    const isHosts = type.startsWith('host/') !== this.random.chance(0.2);
    return this.guests.get(isHosts ? 'host' : this.random.pick(['0', '1']));
  }

  private async attack(granted: number): Promise<void> {
    const sent: Drawn[] = [];
    const outcomes = await Promise.all(
      Array.from({ length: granted }, () => {
        if (this.random.chance(NOISE)) return this.makeNoise();
        const drawn = this.messages.next().value;
        sent.push(drawn);
        const guest = this.pick(drawn.type);
        return guest ? deliver(guest, drawn) : 'closed';
      }),
    );
    const applied = await this.compare(outcomes, sent);
    const ok = outcomes.filter((outcome) => outcome === 'ok').length;
    let unseen = Math.max(0, applied - ok);
    for (const outcome of outcomes) {
      const isPlain = outcome === 'sent' || outcome === 'noise';
      count(this.options.tally, outcome, outcome !== 'ok' && !(isPlain && unseen-- > 0));
    }
  }

  /** Looks at the match after a batch, notes what should not be, and returns how many moves of people were applied. */
  private async compare(outcomes: readonly string[], sent: readonly Drawn[]): Promise<number> {
    const { opened, look: before } = this;
    const { server, tally, stage } = this.options;
    if (!opened || !before) return 0;
    /* Messages are handled in order, so plain ones have been by the time that these are answered. */
    const clocks = [...this.guests.values()].map(({ room }) => room.request(CLOCK_REQUEST));
    await Promise.allSettled(clocks);
    const after = await server.look(opened.code).catch(() => null);
    this.look = after;
    if (!after) return 0;
    const applied = after.byPeople - before.byPeople;
    const maybe = outcomes.filter((outcome) => ['ok', 'sent', 'closed', 'noise'].includes(outcome)).length;
    const found = [...after.problems];
    if (applied > maybe)
      found.push(`${applied} moves were applied, of which ${maybe} can have been accepted`);
    if (applied === 0) found.push(...traces(before, after));
    if (before.prototypes !== after.prototypes) found.push('what all objects inherit was changed');
    const what = JSON.stringify(sent.map(({ way, message }) => [way, message])).slice(0, 1_500);
    for (const finding of found) note(tally.stateChanges, `${stage}: ${finding}, after ${what}`);
    return applied;
  }

  /** Bytes of chance: the framework takes them for a message, or does not. */
  private makeNoise(): string {
    const guest = this.guests.get(this.random.pick(PEOPLE));
    const seed = hashSeed(this.options.seed, `noise ${this.noises++}`);
    const [bytes] = fc.sample(fc.uint8Array({ minLength: 1, maxLength: MOST_NOISE_BYTES }), {
      numRuns: 1,
      seed,
    });
    if (!guest?.room.connection.isOpen) return 'closed';
    guest.room.connection.send(bytes);
    return 'noise';
  }
}

/** Attacks one match after the other in this stage until the pace grants no more. */
export function runLane(options: LaneOptions): Promise<void> {
  return new Lane(options).run();
}
