/** Kills a server that many matches run on, starts it again, and times until everybody is back in every one of them. */

import { setTimeout as sleep } from 'node:timers/promises';
import { openMatch, type Played } from './played.ts';
import { Site } from './site.ts';

export interface RestartOptions {
  matches: number;
  store: 'pglite' | 'postgres';
  seed: number;
  log: (line: string) => void;
}

export interface RestartReport {
  matches: number;
  /** Whose lines are counted: hosts and players. */
  people: number;
  /** Milliseconds from the start of the new process until it takes requests, and until the last person is back in a match that stands where it stood. */
  listeningMs: number;
  backMs: number;
  seatsLost: number;
  ok: boolean;
  errors: string[];
}

/** A match is in the middle of something when a model is being trained, with weights that the store holds. */
const STAGE = 'pretrain';
const MOST_BACK_MS = 10_000;
const GIVE_UP_MS = 900_000;
const TELL_MS = 10_000;
/** Enough to train that no run is over before its match rests, and short rounds, so that its first is soon done; the weights are as big as ever. */
const EXPERIMENT = { budgetFlops: 4e11, graceSeconds: 0.2, clockScale: 50, roundRows: 64 };

const isTraining = ({ sessions }: Played): boolean =>
  sessions[0].match.value?.stage === STAGE &&
  sessions[0].match.value.teams.every(
    ({ runs }) => runs[STAGE]?.status === 'running' && runs[STAGE].roundsDone > 0,
  );

/** How many matches are in each stage, such as "12 data, 38 pretrain". */
function whereTheyAre(played: readonly Played[]): string {
  const stages = new Map<string, number>();
  for (const { sessions } of played) {
    const stage = sessions[0].match.value?.stage ?? 'nowhere';
    stages.set(stage, (stages.get(stage) ?? 0) + 1);
  }
  return [...stages].map(([stage, count]) => `${count} ${stage}`).join(', ');
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const giveUpMs = performance.now() + GIVE_UP_MS;
  for (; !condition(); await sleep(20))
    if (performance.now() > giveUpMs) throw new Error(`${what} takes too long`);
}

export async function runRestart({ matches, store, seed, log }: RestartOptions): Promise<RestartReport> {
  const site = await Site.start(store, 1, { TRUST_PROXY: '1' });
  const [server] = site.servers;
  const errors: string[] = [];
  let seatsLost = 0;
  const onLost = (why: string): void => {
    seatsLost += 1;
    errors.push(`a seat was lost: ${why}`);
  };
  const played: Played[] = [];
  const resting: Promise<void>[] = [];
  try {
    for (let number = 0; number < matches; number++) {
      const experiment = { ...EXPERIMENT, seed: seed + number };
      const address = `10.0.0.${number}`;
      const match = await openMatch(server.url, { teams: 2, playersPerTeam: 1, experiment, address, onLost });
      played.push(match);
      /* Each by itself: while one is waited for, another would be done with the run. */
      resting.push(until(() => isTraining(match), 'the way to the big run').then(() => match.rest()));
    }
    const telling = setInterval(() => log(whereTheyAre(played)), TELL_MS);
    await Promise.all(resting).finally(() => clearInterval(telling));
    log(`${matches} matches are in ${STAGE}`);
    const sessions = played.flatMap((match) => match.sessions);
    await server.end('SIGKILL');
    await until(
      () => sessions.every(({ connection }) => connection.value !== 'online'),
      'noticing that the server is gone',
    );
    const startMs = performance.now();
    await server.start();
    const listeningMs = performance.now() - startMs;
    await until(() => sessions.every(({ connection }) => connection.value === 'online'), 'coming back');
    const backMs = performance.now() - startMs;
    for (const {
      sessions: [host],
    } of played)
      if (host.match.value?.stage !== STAGE) errors.push(`a match is back in ${host.match.value?.stage}`);
    if (backMs > MOST_BACK_MS) errors.push(`the last was back after ${Math.round(backMs)} ms`);
    return {
      matches,
      people: sessions.length,
      listeningMs: Math.round(listeningMs),
      backMs: Math.round(backMs),
      seatsLost,
      ok: errors.length === 0 && site.troubles.length === 0,
      errors: [...errors, ...site.troubles],
    };
  } finally {
    for (const { sessions } of played) for (const session of sessions) session.end();
    await site.remove();
  }
}
