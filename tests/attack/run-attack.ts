/** Attacks a server process over HTTP and sockets while one honest match is played on it, and reports what came of it. */

import * as fc from 'fast-check';
import { hashSeed } from '../../shared/random.ts';
import { watchBystanders } from './bystanders.ts';
import { knownOf } from './draws.ts';
import { drawRequests } from './http-draws.ts';
import { startHonestMatch, startMeterThread } from './honest-thread.ts';
import { runLane } from './lane.ts';
import { closeConnections, hasManyAddresses, sendHttp } from './over-http.ts';
import { MOST_HONEST_MS, readLog, type AttackReport } from './report.ts';
import { bringSchool, PUPILS, type SchoolReport } from './school.ts';
import { startServer, type ServerProcess } from './server-process.ts';
import { ATTACKED, type OpenedMatch } from './stage-match.ts';
import { countAnswer, createPace, createTally, note, type Pace, type Tally } from './tally.ts';

export interface AttackOptions {
  requests: number;
  seed: number;
  /** Told what happens, for people. */
  log(line: string): void;
}

/** Most of a second's requests outside the burst: seats stay below their limits for the most part. */
const MOST_PER_SECOND = 250;
/** A short attack lasts about as long as the honest match. */
const SHORT_SECONDS = 16;
/** The burst of the long attack, and its share of a shorter one. */
const BURST = 5_000;
const BURST_SHARE = 0.25;
/** Requests over HTTP under way at once. */
const HTTP_AT_ONCE = 24;
/** Addresses from which HTTP is sent, where the machine has them. */
const ADDRESSES = 40;
/** A school has to be in by then. */
const SCHOOL_SECONDS = 10;

interface Addresses {
  /** Where hostile requests come from, each time another. */
  hostile(index: number): string | undefined;
  /** One for each match that is opened, so that the limit on opening does not end the attack. */
  next(): string | undefined;
}

async function findAddresses(): Promise<Addresses> {
  if (!(await hasManyAddresses())) return { hostile: () => undefined, next: () => undefined };
  let opened = 0;
  return {
    hostile: (index) => `127.0.0.${2 + (index % ADDRESSES)}`,
    next: () => `127.0.${1 + (Math.floor(opened / 250) % 250)}.${1 + (opened++ % 250)}`,
  };
}

async function attackOverHttp(options: {
  server: ServerProcess;
  seed: number;
  tally: Tally;
  pace: Pace;
  addresses: Addresses;
  targets: () => readonly OpenedMatch[];
  elsewhere: readonly string[];
}): Promise<void> {
  const { server, seed, tally, pace, addresses, targets, elsewhere } = options;
  const seats = (): string[] => targets().flatMap((match) => match.seats.map(({ playerId }) => playerId));
  const known = knownOf({
    teamIds: () => ['team-1', 'team-2'],
    playerIds: seats,
    pairIds: () => [],
    proposalIds: () => [],
  });
  const requests = drawRequests(targets, known, elsewhere);
  let drawn = 0;
  const loop = async (): Promise<void> => {
    while (server.exit() === null && (await pace.take(1)) > 0) {
      const number = drawn++;
      const [request] = fc.sample(requests, { numRuns: 1, seed: hashSeed(seed, `http ${number}`) });
      /* All matches come from one address, whose limit they meet. */
      const localAddress = addresses.hostile(request.opensMatches ? 0 : number);
      const answer = await sendHttp(server.url, { ...request, ...(localAddress ? { localAddress } : {}) });
      const what = `${request.method} ${request.path.slice(0, 80)}`;
      countAnswer(tally, what, answer);
      if (request.isForeign && answer.status >= 200 && answer.status < 300)
        note(tally.breaches, `${what} was let in: ${answer.text.slice(0, 100)}`);
    }
  };
  await Promise.all(Array.from({ length: HTTP_AT_ONCE }, loop));
}

export async function runAttack({ requests, seed, log }: AttackOptions): Promise<AttackReport> {
  const startMs = performance.now();
  const server = await startServer();
  const addresses = await findAddresses();
  const tally = createTally();
  const findings: string[] = [];
  const targets = new Map<string, OpenedMatch>();
  try {
    const bystanders = await watchBystanders(server, tally, () => addresses.next());
    const play = startHonestMatch(server.url);
    const opened = await play.opened;
    const meter = await startMeterThread(server.url, opened.roomId, opened.hostToken);
    log(`an honest match is played as ${opened.code} on ${server.url}, and is attacked beside`);
    const burst = Math.min(BURST, Math.floor(requests * BURST_SHARE));
    const perSecond = Math.min(MOST_PER_SECOND, Math.max(1, (requests - burst) / SHORT_SECONDS));
    const paceOf = (): Pace => createPace(Math.floor(requests / 2), perSecond / 2, Math.floor(burst / 2));
    const socketPace = paceOf();
    const common = { server, seed, tally, elsewhere: bystanders.ids };
    const lanes = ATTACKED.map((stage) =>
      runLane({
        ...common,
        stage,
        pace: socketPace,
        nextAddress: () => addresses.next(),
        onOpen: (match) => void targets.set(stage, match),
      }),
    );
    const overHttp = attackOverHttp({
      ...common,
      pace: paceOf(),
      addresses,
      targets: () => [...targets.values()],
    });
    const school = bringSchool(server.url).catch((error: unknown): SchoolReport => {
      return { seated: 0, inRoom: 0, seconds: 0, troubles: [String(error)] };
    });
    await Promise.all([...lanes, overHttp]);
    log(`${tally.requests} requests were sent, ${tally.refusals} of them refused`);
    const gone = server.ended.then(() => null);
    const honest = await Promise.race([play.report, gone]).catch((error: unknown) => {
      findings.push(String(error));
      return null;
    });
    log(`the honest match came to ${honest?.stage ?? 'no end'}`);
    const clock = await meter.stop().catch((error: unknown) => {
      return { slowestMs: Infinity, answers: 0, troubles: [String(error)] };
    });
    await bystanders.stop();
    return report({ server, tally, honest, clock, school: await school, findings, startMs });
  } finally {
    closeConnections();
    await server.stop();
  }
}

type Clock = Awaited<ReturnType<Awaited<ReturnType<typeof startMeterThread>>['stop']>>;

function report(outcome: {
  server: ServerProcess;
  tally: Tally;
  honest: AttackReport['honestMatch'];
  clock: Clock;
  school: SchoolReport;
  findings: string[];
  startMs: number;
}): AttackReport {
  const { server, tally, honest, clock, school, startMs } = outcome;
  const lines = server.log();
  const { errors, stackLines } = readLog(lines);
  const ended = server.exit();
  const slowestHonestMs = Math.ceil(Math.max(clock.slowestMs, honest?.slowestMoveMs ?? 0));
  const findings = [
    ...outcome.findings,
    ...(ended === null ? [] : [`the server ${ended}: ${lines.slice(-12).join(' | ')}`]),
    ...tally.stateChanges.first,
    ...tally.serverErrors.first,
    ...errors.slice(0, 20).map((line) => `in the log: ${line.slice(0, 600)}`),
    ...tally.breaches.first,
    ...(stackLines.length > 0 ? [`${stackLines.length} lines of stacks in the log: ${stackLines[0]}`] : []),
    ...(lines.length > tally.refusals
      ? [`${lines.length} lines in the log of ${tally.refusals} refusals`]
      : []),
    ...(slowestHonestMs < MOST_HONEST_MS ? [] : [`an honest client waited ${slowestHonestMs} ms`]),
    ...(honest?.finished ? [] : ['the honest match did not come to valid results']),
    ...[...(honest?.troubles ?? []), ...clock.troubles.slice(0, 5)].map(
      (trouble) => `an honest client: ${trouble}`,
    ),
    ...school.troubles.slice(0, 5).map((trouble) => `a pupil: ${trouble}`),
    ...(school.inRoom === PUPILS && school.seconds < SCHOOL_SECONDS
      ? []
      : [`${school.inRoom} of ${PUPILS} pupils were in after ${school.seconds} s`]),
  ];
  return {
    requests: tally.requests,
    crashes: ended === null ? 0 : 1,
    stateChanges: tally.stateChanges.total,
    serverErrors: tally.serverErrors.total + errors.length,
    slowestHonestMs,
    ok: findings.length === 0,
    seconds: Math.round((performance.now() - startMs) / 1000),
    honestMatch: honest,
    clockAnswers: clock.answers,
    school,
    refusals: tally.refusals,
    accepted: tally.accepted,
    logLines: lines.length,
    findings,
    outcomes: Object.fromEntries([...tally.outcomes].toSorted(([, a], [, b]) => b - a)),
  };
}
