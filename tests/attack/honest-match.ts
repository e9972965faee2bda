/** One honest match under attack: two labs of two play from the lobby to the debrief, train for real, and time every answer. */

import { ROUTES, type ArenaReply, type PairsReply } from '../../shared/game/wire/routes.ts';
import type { HostMove, PlayerMove } from '../../shared/game/moves.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { joinAs, openMatch, trainAll, type FakePlayer, type Guest } from '../rooms/fake-player.ts';

export interface HonestReport {
  /** Whether it came to the debrief with results that make sense. */
  finished: boolean;
  stage: string;
  moves: number;
  slowestMoveMs: number;
  slowestMove: string;
  /** Whatever an honest player would have had to complain of. */
  troubles: string[];
  labs: { name: string; bitsPerByte: number | null; tokens: number; total: number | null }[];
}

/** A model that trains for some seconds; clocks so slow that none runs out. */
const EXPERIMENT = { seed: 5, budgetFlops: 3e10, graceSeconds: 0.3, clockScale: 50 };
const NAMES = ['Ada', 'Bob', 'Cy', 'Dee'];
/** What a page says of a laptop; the other device of each lab can't train. */
const TOKENS_PER_SECOND = 40_000;
/** As fast as people click, and below the limit of a seat. */
const CLICK_MS = 80;
/** Pairs that each player rates. */
const RATINGS = 8;

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

async function read<Body>(player: FakePlayer, path: string): Promise<Body> {
  return (await (await player.get(path)).json()) as Body;
}

function labsOf({ teams }: MatchView): HonestReport['labs'] {
  return teams.map(({ name, runs: { pretrain }, debrief }) => ({
    name,
    bitsPerByte: debrief?.results?.pretrained.bitsPerByte ?? null,
    tokens: pretrain?.tokensUsed ?? 0,
    total: debrief?.score?.total ?? null,
  }));
}

/** Whether every lab trained, and has a score and a loss that can be. */
function areValid(labs: HonestReport['labs']): boolean {
  return labs.every(
    ({ bitsPerByte, tokens, total }) =>
      bitsPerByte !== null &&
      bitsPerByte > 0 &&
      bitsPerByte < 8 &&
      tokens > 0 &&
      total !== null &&
      total >= 0 &&
      total <= 100,
  );
}

/** Plays the match; `onOpen` is told where it is once its room is open. */
export async function playHonestMatch(
  url: string,
  onOpen: (opened: { code: string; roomId: string; hostToken: string }) => void,
): Promise<HonestReport> {
  const report: HonestReport = {
    finished: false,
    stage: 'none',
    moves: 0,
    slowestMoveMs: 0,
    slowestMove: '',
    troubles: [],
    labs: [],
  };
  let host: Guest | null = null;
  const make = async (guest: Guest, move: PlayerMove | HostMove): Promise<void> => {
    const startMs = performance.now();
    const outcome = await guest.move(move);
    const millis = performance.now() - startMs;
    report.moves++;
    if (outcome !== 'ok') report.troubles.push(`${move.type}: ${outcome}`);
    if (millis > report.slowestMoveMs) [report.slowestMoveMs, report.slowestMove] = [millis, move.type];
  };
  try {
    const opened = await openMatch(url, { preset: 'short', teamCount: 2, experiment: EXPERIMENT });
    host = opened;
    onOpen({ code: opened.code, roomId: opened.roomId, hostToken: opened.hostToken });
    await play(url, opened.code, host, make);
    const over = await host.until('the scores', ({ teams }) =>
      teams.every(({ debrief }) => debrief?.score && debrief.results),
    );
    report.labs = labsOf(over);
    report.finished = over.stage === 'debrief' && areValid(report.labs);
  } catch (error) {
    report.troubles.push(error instanceof Error ? error.message.slice(0, 300) : String(error));
  }
  report.stage = host?.view().stage ?? 'none';
  return report;
}

type Make = (guest: Guest, move: PlayerMove | HostMove) => Promise<void>;

async function play(url: string, code: string, host: Guest, make: Make): Promise<void> {
  const players: FakePlayer[] = [];
  for (const name of NAMES) players.push(await joinAs(url, code, name));
  const trainers = players.slice(0, 2);
  for (const player of players) {
    const tokensPerSecond = trainers.includes(player) ? TOKENS_PER_SECOND : 0;
    await make(player, { type: 'lobby/benchmark', tokensPerSecond, backend: 'wasm' });
  }
  const come = (stage: MatchView['stage']): Promise<MatchView> =>
    host.until(stage, (view) => view.stage === stage);
  await make(host, { type: 'host/start' });
  await come('data');
  await make(host, { type: 'host/skip' });
  await come('scale');
  const plan = { size: 'tiny', contextLength: 32 } as const;
  for (const player of trainers)
    await make(player, { type: 'plan/propose', proposed: { stage: 'scale', plan } });
  await make(host, { type: 'host/skip' });
  await come('pretrain');
  await host.until('models', ({ teams }) => teams.every(({ ready }) => ready));
  await Promise.all(trainers.map((player) => trainAll(player, 'pretrain')));
  await come('fine-tune');
  await make(host, { type: 'host/skip' });
  await Promise.all(trainers.map((player) => trainAll(player, 'fine-tune')));
  await come('align');
  await host.until('pairs of both labs', ({ teams }) => teams.every(({ own }) => own?.alignment.before));
  await rateAndVote(host, players, make);
}

async function rateAndVote(host: Guest, players: FakePlayer[], make: Make): Promise<void> {
  for (const player of players) {
    const { pairs } = await read<PairsReply>(player, ROUTES.pairs);
    for (const { id } of pairs.slice(0, RATINGS)) {
      await make(player, { type: 'align/rate', pairId: id, choice: 'a' });
      await pause(CLICK_MS);
    }
  }
  await make(host, { type: 'host/skip' });
  await host.until('the answers', ({ stage, arena }) => stage === 'arena' && arena?.sampled === true);
  await Promise.all(
    players.map(async (player) => {
      const { pairs } = await read<ArenaReply>(player, ROUTES.arena);
      for (const { id, a, b } of pairs) {
        await make(player, { type: 'arena/vote', pairId: id, choice: a.length > b.length ? 'a' : 'b' });
        await pause(CLICK_MS);
      }
    }),
  );
  await host.until('the reveal', ({ arena }) => arena?.revealed === true);
}
