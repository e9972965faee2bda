/** A match of bots who only know the page's session: opened, filled and started over the wire, as pages do it. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../client/session/session.ts';
import { defaultChoices } from '../../shared/game/bot-choices.ts';
import { fillRoute } from '../../client/session/http.ts';
import { ROUTES, type CreateMatchReply, type TakeSeatReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { FaultBot, openSession } from './bot.ts';
import type { Acknowledged } from './ledger.ts';

export interface MatchOptions {
  teams: number;
  playersPerTeam: number;
  /** What the server is asked for: budget, clocks, seed. */
  experiment: Record<string, number>;
  /** Where its people come from, for a server behind a proxy: one address may open only so many matches. */
  address?: string;
  /** Told when a seat is gone for good. */
  onLost: (why: string) => void;
}

export interface Played {
  id: string;
  sessions: Session[];
  ledger: Acknowledged[];
  isOver(): boolean;
  /** From now on nobody does anything, though all stay. */
  rest(): void;
  done: Promise<unknown>;
}

/** Posts JSON as a proxy does for a visitor; throws where it is refused. */
async function postFor<T>(address: string, url: string, body: unknown): Promise<T> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`POST ${new URL(url).pathname}: ${await reply.text()}`);
  return (await reply.json()) as T;
}

export async function openMatch(
  url: string,
  { teams, playersPerTeam, experiment, address = '127.0.0.1', onLost }: MatchOptions,
): Promise<Played> {
  const body = { version: PROTOCOL_VERSION, preset: 'short', teamCount: teams, experiment };
  const { code, roomId, hostToken } = await postFor<CreateMatchReply>(
    address,
    url + ROUTES.createMatch,
    body,
  );
  const ledger: Acknowledged[] = [];
  const host = openSession(
    url,
    { role: 'host', code, roomId, token: hostToken, playerId: null },
    ledger,
    onLost,
  );
  await host.connect();
  const bots: FaultBot[] = [];
  for (let i = 0; i < teams * playersPerTeam; i++) {
    const path = fillRoute(ROUTES.takeSeat, { code });
    const seat = await postFor<TakeSeatReply>(address, url + path, {
      version: PROTOCOL_VERSION,
      name: `Bot ${i + 1}`,
    });
    const { playerId, seatToken: token } = seat;
    const session = openSession(url, { role: 'player', code, roomId, token, playerId }, ledger, onLost);
    await session.connect();
    await session.send({ type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'test' }, true);
    bots.push(new FaultBot(session, playerId, defaultChoices(i % teams)));
  }
  await host.send({ type: 'host/start' }, true);
  const resting = new AbortController();
  const sessions = [host, ...bots.map((bot) => bot.session)];
  return {
    id: roomId,
    sessions,
    ledger,
    isOver: () => host.match.value?.teams.every(({ debrief }) => debrief?.results && debrief.score) ?? false,
    rest: () => resting.abort(),
    done: Promise.all([hostMatch(host, resting.signal), ...bots.map((bot) => bot.play(resting.signal))]),
  };
}

/** Goes on after every restart, and where players have nothing to decide. */
async function hostMatch(host: Session, resting: AbortSignal): Promise<void> {
  for (; !host.isOver && !resting.aborted; await sleep(200)) {
    const view = host.match.value;
    if (!view || host.connection.value !== 'online') continue;
    if (view.pausedAtMs !== null) await host.send({ type: 'host/resume' }, true);
    else if (view.stage === 'arena' && view.arena?.revealed) await host.send({ type: 'host/skip' }, true);
  }
}
