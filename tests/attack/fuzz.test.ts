/** Every move of the validators, acceptable and spoiled, by request and by plain message, in every stage: a refusal leaves no trace. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { NO_LIMITS } from '../../server/limits/limits.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import type { MoveReply } from '../../shared/game/wire/messages.ts';
import { MOVE_REQUEST, CLOCK_REQUEST } from '../../shared/game/wire/requests.ts';
import { createRandom, hashSeed, type Random } from '../../shared/random.ts';
import { deckSize, drawMessages, knownOf, type Drawn } from './draws.ts';
import { hashOfPrototypes } from './hash.ts';
import { startMeter, type Meter } from './honest-meter.ts';
import { problemsOf } from './soundness.ts';
import { ATTACKED, hostedIn, openAt, type OpenedMatch } from './stage-match.ts';
import { allIds, idsIn, traces, watchMatch, type WatchedMatch } from './watched-match.ts';
import { enter, type Guest } from '../rooms/fake-player.ts';

/** Another one finds other things: FUZZ_SEED=2 npx vitest ... */
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** How often each move is drawn in each manner and way, in each stage. */
const ROUNDS = 3;
/** What an honest player may have to wait at most, beside all that. */
const MOST_HONEST_MS = 500;
/** Without limits, an honest player may ask as often as this. */
const CLOCK_EVERY_MS = 50;
/** Who sits in the room that is attacked. */
const PEOPLE = ['0', '1', 'audience', 'host'];
/** Of the refused messages, so many must have been looked at whole; in between the others the server moved. */
const LEAST_COMPARED = 0.8;

interface Party {
  opened: OpenedMatch;
  watched: WatchedMatch;
  guests: Map<string, Guest>;
}

let app: App;
let untouched: WatchedMatch;
let strangers: Party;
let meter: Meter;

/** Opens a match at a stage, with these people in its room: `host`, `audience`, or a seat by its number. */
async function openParty(stage: Stage, people: readonly string[]): Promise<Party> {
  const opened = await openAt(app, stage);
  const party = { opened, watched: watchMatch(hostedIn(app, opened.code)), guests: new Map<string, Guest>() };
  for (const person of people) await seat(party, person);
  return party;
}

function tokenOf({ hostToken, watcher, seats }: OpenedMatch, person: string): string {
  if (person === 'host') return hostToken;
  return person === 'audience' ? watcher.seatToken : seats[Number(person)].seatToken;
}

async function seat({ opened, guests }: Party, person: string): Promise<Guest> {
  const token = tokenOf(opened, person);
  const guest = await enter(app.url, opened.roomId, token);
  guests.set(person, guest);
  return guest;
}

async function close({ opened, guests }: Party): Promise<void> {
  for (const { room } of guests.values()) if (room.connection.isOpen) await room.leave();
  app.directory.remove(opened.code);
}

/** The person's line to the room, opened again where the server has closed it. */
async function lineOf(party: Party, person: string): Promise<Guest> {
  const known = party.guests.get(person);
  return known?.room.connection.isOpen ? known : seat(party, person);
}

beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true, limits: NO_LIMITS });
  untouched = watchMatch(hostedIn(app, (await openAt(app, 'lobby')).code));
  strangers = await openParty('data', ['0', 'host']);
  const { guests } = await openParty('lobby', ['0']);
  const [honest] = guests.values();
  meter = startMeter(honest, CLOCK_EVERY_MS);
});
afterAll(async () => {
  meter.stop();
  await app.close();
});

/** What became of a message: `ok`, the code of a refusal, or that it was sent and not answered. */
async function deliver({ room }: Guest, { way, message }: Drawn): Promise<string> {
  try {
    if (way === 'request') {
      const reply = await room.request<unknown, MoveReply>(MOVE_REQUEST, message);
      return reply.ok ? 'ok' : reply.error.code;
    }
    room.send(MOVE_REQUEST, message);
    /* Messages are handled in order, so the one before has been by the time that this one is answered. */
    await room.request(CLOCK_REQUEST);
    return 'sent';
  } catch (error) {
    return `not answered: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Waits until the models are prepared, so that there is a run to steer; once is enough. */
async function untilTraining({ match }: WatchedMatch): Promise<void> {
  const isTraining = (): boolean => Object.values(match.teams).every(({ now }) => now.pretrain.run?.round);
  await vi.waitFor(() => expect(isTraining()).toBe(true), { timeout: 30_000, interval: 50 });
}

interface Tally {
  outcomes: Map<string, number>;
  refused: number;
  compared: number;
}

/** Sends one message and says what is wrong with what it left behind. */
async function send(
  target: Party,
  sender: Party,
  person: string,
  drawn: Drawn,
  tally: Tally,
): Promise<string[]> {
  const line = await lineOf(sender, person);
  const all = [target.watched, strangers.watched, untouched];
  const before = all.map((watched) => watched.look());
  const prototypes = hashOfPrototypes();
  const outcome = await deliver(line, drawn);
  const after = all.map((watched) => watched.look());
  tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
  const problems = hashOfPrototypes() === prototypes ? [] : ['what all objects inherit was changed'];
  for (const [index, watched] of all.entries()) {
    const mayMove = watched === sender.watched && (outcome === 'ok' || drawn.way === 'message');
    const hasMoved = after[index].byPeople !== before[index].byPeople;
    if (hasMoved && !mayMove) problems.push(`a move was applied although the answer was ${outcome}`);
    if (hasMoved) problems.push(...problemsOf(watched.match));
    else problems.push(...traces(before[index], after[index]));
  }
  const at = all.indexOf(sender.watched);
  if (after[at].byPeople === before[at].byPeople) {
    tally.refused++;
    if (after[at].byServer === before[at].byServer) tally.compared++;
  }
  return problems;
}

/** Who sends what: mostly whose move it is, else anybody, and people of another match with ids of this one. */
function drawSender(target: Party, type: string, random: Random): [Party, string] {
  if (random.chance(0.1)) return [strangers, random.pick(['0', 'host'])];
  if (random.chance(0.2)) return [target, random.pick(PEOPLE)];
  if (type.startsWith('host/')) return [target, 'host'];
  return [target, type.startsWith('audience/') ? 'audience' : random.pick(['0', '1'])];
}

/** Whether the match is still in the stage, with all its people. */
function isUsable({ watched: { match } }: Party, stage: Stage): boolean {
  const isAll = Object.keys(match.players).length === 4 && Object.keys(match.audience).length === 1;
  return match.stage === stage && isAll;
}

/** A message for people; numbers as texts, since JSON has no NaN. */
function show(message: unknown): string {
  const text = JSON.stringify({ message }, (_key, inner: unknown) =>
    typeof inner === 'number' ? String(inner) : inner,
  );
  return text.slice(0, 2_000);
}

describe('a hostile client', () => {
  it.each(ATTACKED)('changes nothing by what is refused in the stage %s', async (stage) => {
    const random = createRandom(hashSeed(SEED, stage));
    const tally: Tally = { outcomes: new Map(), refused: 0, compared: 0 };
    const elsewhere = allIds(untouched.match);
    let target = await openParty(stage, PEOPLE);
    if (stage === 'pretrain') await untilTraining(target.watched);
    const known = knownOf({
      teamIds: () => idsIn(target.watched.match).teamIds(),
      playerIds: () => idsIn(target.watched.match).playerIds(),
      pairIds: () => idsIn(target.watched.match).pairIds(),
      proposalIds: () => idsIn(target.watched.match).proposalIds(),
    });
    const messages = drawMessages(hashSeed(SEED, stage), known, elsewhere);
    for (let left = ROUNDS * deckSize(); left > 0; left--) {
      if (!isUsable(target, stage)) {
        await close(target);
        target = await openParty(stage, PEOPLE);
      }
      const { match, hosted } = target.watched;
      if (match.pausedAtMs !== null && random.chance(0.3)) {
        hosted.service.submit({ type: 'host/resume' }, { kind: 'host' });
      }
      const drawn = messages.next().value;
      const [sender, person] = drawSender(target, drawn.type, random);
      const problems = await send(target, sender, person, drawn, tally);
      const what = `FUZZ_SEED=${SEED}, ${stage}, ${person} of ${sender === target ? 'it' : 'another match'}`;
      expect(problems, `${what}, by ${drawn.way}: ${show(drawn.message)}`).toEqual([]);
    }
    await close(target);
    expect(tally.compared).toBeGreaterThan(LEAST_COMPARED * tally.refused);
    expect(tally.outcomes.get('ok')).toBeGreaterThan(0);
    expect(tally.outcomes.get('protocol/bad_message')).toBeGreaterThan(tally.outcomes.get('ok') ?? 0);
  });

  it('does not keep an honest one waiting, nor throws it out', () => {
    expect(meter.troubles).toEqual([]);
    expect(meter.answers).toBeGreaterThan(20);
    expect(meter.slowestMs).toBeLessThan(MOST_HONEST_MS);
  });
});
