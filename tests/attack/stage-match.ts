/** Brings a match to any stage at once, with the server's own moves instead of an hour of playing. */

import type { App } from '../../server/app.ts';
import type { HostedMatch } from '../../server/matchmaking/directory.ts';
import {
  ROUTES,
  type CreateMatchReply,
  type TakeSeatReply,
  type WatchReply,
} from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import type { ArenaPair } from '../../shared/game/stages/arena/state.ts';
import type { PairCard } from '../../shared/game/stages/align/state.ts';
import type { Move } from '../../shared/game/moves.ts';
import { isOver } from '../../shared/game/schedule.ts';
import type { Actor } from '../../shared/game/stage.ts';
import { STAGES } from '../../shared/game/stages/registry.ts';
import { presetWith } from '../../shared/game/testing.ts';
import { postJson } from './over-http.ts';

/** A match that was opened for an attack, with the tokens of all its seats. */
export interface OpenedMatch extends CreateMatchReply {
  stage: Stage;
  /** The first and the third sit in one lab, the others in the other. */
  seats: TakeSeatReply[];
  /** One of the audience. */
  watcher: WatchReply;
}

const NAMES = ['Ada', 'Bob', 'Cy', 'Dee'];
/** Some pairs to rate or vote on for each lab. */
const PAIRS = 6;
/** A model that is ready in seconds; clocks that never run out. */
const EXPERIMENT = { seed: 3, budgetFlops: 4e9, graceSeconds: 60, clockScale: 100 };

const HOST: Actor = { kind: 'host' };
const SYSTEM: Actor = { kind: 'system' };

function submit({ service, code }: HostedMatch, move: Move, actor: Actor): void {
  const result = service.submit(move, actor);
  if (!result.ok) throw new Error(`${move.type} in match ${code}: ${result.error.code}`);
}

function cardOf(teamId: string, index: number): PairCard {
  return {
    id: `pair-${teamId.replace('team-', '')}`.padEnd(12, String(index)),
    trait: index % 2 === 0 ? 'kind' : 'true',
    question: 'What does the baker sell?',
    evidence: index % 2 === 0 ? '' : 'The baker sells bread.',
    a: 'Bread, my friend!',
    b: 'Stones.',
  };
}

/** What the referee would have sampled from models; here nobody has trained any. */
function layPairs(hosted: HostedMatch): void {
  const { match } = hosted.service;
  const before = { kindShare: 0.5, trueShare: 0.5, inFormShare: 0.5, variety: 0.5 };
  for (const teamId of Object.keys(match.teams)) {
    const pairs = Array.from({ length: PAIRS }, (_, index) => cardOf(teamId, index));
    submit(hosted, { type: 'referee/paired', teamId, pairs, before }, SYSTEM);
  }
}

function holdArena(hosted: HostedMatch): void {
  const teamIds = Object.keys(hosted.service.match.teams);
  const pairs = teamIds.flatMap((teamId) =>
    Array.from({ length: PAIRS }, (_, index): ArenaPair => {
      const { trait: criterion, ...card } = cardOf(teamId, index);
      return { ...card, criterion, who: { a: teamId, b: 'house' }, referee: 'a' };
    }),
  );
  submit(hosted, { type: 'referee/arena', pairs }, SYSTEM);
}

/** Devices that can train, so that rounds are opened for them. */
function benchmarkDevices(hosted: HostedMatch): void {
  for (const playerId of Object.keys(hosted.service.match.players)) {
    const benchmark: Move = { type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'attack' };
    submit(hosted, benchmark, { kind: 'player', playerId });
  }
}

/** Stages that are attacked: those of a short match, and of one of pictures the one in which devices bring something. */
export const ATTACKED: readonly Stage[] = STAGES.filter(
  (stage) => stage === 'paint' || presetWith(stage) === 'short',
);

function bringTo(hosted: HostedMatch, stage: Stage): void {
  const { match } = hosted.service;
  benchmarkDevices(hosted);
  if (stage === 'lobby') return;
  submit(hosted, { type: 'host/start' }, HOST);
  while (match.stage !== stage) {
    if (isOver(match)) throw new Error(`there is no stage ${stage}`);
    submit(hosted, { type: 'host/skip' }, HOST);
    if (match.stage === 'align') layPairs(hosted);
    if (match.stage === 'arena') holdArena(hosted);
  }
}

export function hostedIn(app: App, code: string): HostedMatch {
  const hosted = app.directory.byCode(code);
  if (!hosted) throw new Error(`no match ${code}`);
  return hosted;
}

/** Opens a match of two labs with two players each and one who watches over HTTP, coming from this address, and brings it to the stage. */
export async function openAt(app: App, stage: Stage, localAddress?: string): Promise<OpenedMatch> {
  const from = localAddress === undefined ? {} : { localAddress };
  const course = { preset: presetWith(stage), leftOut: [], teamCount: 2 };
  const body = { version: PROTOCOL_VERSION, ...course, experiment: EXPERIMENT };
  const created = await postJson<CreateMatchReply>(app.url, ROUTES.createMatch, body, from);
  if (created.status !== 201) throw new Error(`no match was opened: ${created.status} ${created.text}`);
  const { code, roomId, hostToken } = created.reply;
  const seats: TakeSeatReply[] = [];
  for (const name of NAMES) {
    const path = ROUTES.takeSeat.replace(':code', code);
    const taken = await postJson<TakeSeatReply>(app.url, path, { version: PROTOCOL_VERSION, name }, from);
    if (taken.status !== 201) throw new Error(`no seat was given: ${taken.status} ${taken.text}`);
    seats.push(taken.reply);
  }
  const watchPath = ROUTES.watch.replace(':code', code);
  const watching = await postJson<WatchReply>(app.url, watchPath, { version: PROTOCOL_VERSION }, from);
  if (watching.status !== 201) throw new Error(`nobody may watch: ${watching.status} ${watching.text}`);
  bringTo(hostedIn(app, code), stage);
  return { code, roomId, hostToken, stage, seats, watcher: watching.reply };
}
