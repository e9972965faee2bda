/** People for the tests: a host and players who speak the public protocol, and train with the real engine. */

import type { Room } from '@colyseus/sdk';
import { valueOf } from '../../client/bots/connection.ts';
import { requestMove } from '../../client/session/colyseus.ts';
import { joinRoom } from '../../client/session/way-in.ts';
import { fillRoute, getBytes } from '../../client/session/http.ts';
import { decodeRows } from '../../shared/data/rows.ts';
import { trainAlign } from '../../shared/lm/align.ts';
import { alignSettings } from '../../shared/game/stages/align/preferences.ts';
import { decodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import { runRound, type RoundProgress } from '../../shared/lm/pretrain.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { ROUTES, type CreateMatchReply, type TakeSeatReply } from '../../shared/game/wire/routes.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { encodeUpdate, type Update } from '../../shared/game/wire/update.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { MoveRequest } from '../../shared/game/wire/messages.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { readView, type MatchView, type RunView } from '../../shared/game/sync/view.ts';

/** An answer over HTTP: its status, and its body as JSON where it is JSON. */
export interface Answer<T> {
  status: number;
  body: T & { error?: { code: string } };
}

export async function post<T>(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer<T>['body'] };
}

/** Someone in the room: host or player. */
export interface Guest {
  room: Room;
  view(): MatchView;
  move(move: MoveRequest['move'], id?: string): Promise<string>;
  /** Waits until the guest's own view is as wished; rejects when it does not come. */
  until(what: string, wish: (view: MatchView) => boolean, seconds?: number): Promise<MatchView>;
}

export interface FakePlayer extends Guest {
  id: string;
  token: string;
  get(path: string): Promise<Response>;
  sendUpdate(stage: TrainingStage, round: number, bytes: Uint8Array): Promise<Answer<{ ok: boolean }>>;
  /** Takes the open round, trains it for real, and returns the update without sending it. */
  train(stage: TrainingStage): Promise<{ round: number; update: Update }>;
}

/** Enough for the slowest machine: what never comes still fails, with its name, before the test is ended. */
const HANGS_S = 240;

let nextId = 0;

export async function enter(url: string, roomId: string, token: string): Promise<Guest> {
  const room = await joinRoom(url, { roomId, token });
  room.onMessage('*', () => undefined);
  const view = (): MatchView => readView(room.state);
  await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()));
  return {
    room,
    view,
    async move(move, id = `test-${nextId++}`) {
      const reply = await requestMove(room, { version: PROTOCOL_VERSION, id, move });
      return reply.ok ? 'ok' : reply.error.code;
    },
    async until(what, wish, seconds = HANGS_S) {
      const giveUpMs = Date.now() + seconds * 1000;
      while (!wish(view())) {
        if (Date.now() > giveUpMs)
          throw new Error(`waited ${seconds} s for ${what}: ${JSON.stringify(view())}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return view();
    },
  };
}

/** Opens a match and returns its code with a host in the room. */
export async function openMatch(
  url: string,
  body: Omit<CreateMatchBody, 'version'> = {},
): Promise<Guest & CreateMatchReply> {
  const { body: reply } = await post<CreateMatchReply>(url + ROUTES.createMatch, {
    version: PROTOCOL_VERSION,
    ...body,
  });
  return { ...(await enter(url, reply.roomId, reply.hostToken)), ...reply };
}

export function takeSeat(url: string, code: string, name: string): Promise<Answer<TakeSeatReply>> {
  return post<TakeSeatReply>(url + fillRoute(ROUTES.takeSeat, { code }), {
    version: PROTOCOL_VERSION,
    name,
  });
}

export async function joinAs(url: string, code: string, name: string): Promise<FakePlayer> {
  const { body } = await takeSeat(url, code, name);
  return seated(url, body);
}

/** Comes (back) into the room with a seat's token. */
export async function seated(url: string, seat: TakeSeatReply): Promise<FakePlayer> {
  const guest = await enter(url, seat.roomId, seat.seatToken);
  const authorization = { authorization: `Bearer ${seat.seatToken}` };
  const get = (path: string): Promise<Response> => fetch(url + path, { headers: authorization });
  const call = { token: seat.seatToken, signal: new AbortController().signal };
  const bytesOf = async (path: string): Promise<Uint8Array> =>
    valueOf(path, await getBytes(url + path, call));
  return {
    ...guest,
    id: seat.playerId,
    token: seat.seatToken,
    get,
    async sendUpdate(stage, round, bytes) {
      const path = fillRoute(ROUTES.update, { stage, round });
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      });
      return { status: response.status, body: (await response.json()) as Answer<{ ok: boolean }>['body'] };
    },
    async train(stage) {
      const mine = (view: MatchView) => view.teams.find((team) => isAsked(team.runs[stage], seat.playerId));
      const run = mine(await guest.until('a round', (view) => mine(view) !== undefined))?.runs[stage];
      if (!run?.round) throw new Error('no round');
      const { version, round } = run;
      const checkpoint = decodeCheckpoint(await bytesOf(fillRoute(ROUTES.checkpoint, { stage, version })));
      const rows = decodeRows(await bytesOf(fillRoute(ROUTES.shard, { stage, round: round.number })));
      const executor = await createWasmExecutor(checkpoint.config);
      await executor.load(checkpoint.weights);
      const now = (): number => performance.now();
      const alignment = mine(guest.view())?.own?.alignment;
      const settings = alignment ? alignSettings(alignment) : null;
      let progress: RoundProgress | undefined;
      if (stage === 'align' && settings) {
        for await (const report of trainAlign({ executor, rows, endToken: END, now }, settings))
          progress = report;
      } else progress = await runRound({ executor, rows, learningRate: () => 3e-3, now });
      if (!progress) throw new Error('no progress');
      const after = await executor.weights();
      executor.dispose();
      const { rowsUsed, tokens, loss: trainLoss, millis } = progress;
      const delta = after.map((weight, index) => weight - checkpoint.weights[index]);
      return { round: round.number, update: { rowsUsed, tokens, trainLoss, millis, delta } };
    },
  };
}

/** Waits until the match's market is written, which the server tells its rules whenever it is done. */
export async function marketIsWritten(player: FakePlayer): Promise<void> {
  const { status } = await player.get(ROUTES.market);
  if (status !== 200) throw new Error(`the market answers ${status}`);
}

/** Whether this player has a part of the open round still to bring. */
export function isAsked(run: RunView | null | undefined, playerId: string): boolean {
  return run?.round?.shards.some((shard) => shard.playerId === playerId && !shard.isDone) ?? false;
}

/** Trains rounds of a stage until the run is finished. */
export async function trainAll(player: FakePlayer, stage: TrainingStage): Promise<void> {
  const mine = (view: MatchView) => {
    const teamId = view.players.find(({ id }) => id === player.id)?.teamId;
    return view.teams.find(({ id }) => id === teamId)?.runs[stage];
  };
  for (;;) {
    const view = await player.until('a round, or the end', (candidate) => {
      const run = mine(candidate);
      return run?.status === 'finished' || isAsked(run, player.id);
    });
    const before = mine(view);
    if (!before?.round || before.status === 'finished') return;
    const { round, update } = await player.train(stage);
    const { status, body } = await player.sendUpdate(stage, round, encodeUpdate(update));
    if (status !== 200 && body.error?.code !== 'train/stale_round')
      throw new Error(`update refused: ${body.error?.code}`);
    await player.until('the end of the round', (candidate) => mine(candidate)?.round?.number !== round);
  }
}
