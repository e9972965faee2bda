/** Keeps a match going: hands out rounds, has the referee's jobs done, and moves the stage on when its clock has run out. */

import { isHostMissing } from '../../shared/game/course.ts';
import { nextJobs, type Job } from '../../shared/game/jobs.ts';
import { isDecisionDue } from '../../shared/game/proposals.ts';
import { isAuctionDue } from '../../shared/game/stages/data/auction.ts';
import { nextTurn } from '../../shared/game/stages/deploy/lessons.ts';
import { nextRoundSteps } from '../../shared/game/training/round-steps.ts';
import { guard } from '../guard.ts';
import { logError } from '../log.ts';
import type { MatchService } from '../match/authority.ts';
import { sleep } from '../match/sleep.ts';
import type { TeamModels } from '../match/team-models.ts';
import type { UpdateWork } from '../match/update-work.ts';
import type { MatchValues } from '../match/values.ts';
import type { RunTask } from '../referee/port.ts';
import type { MatchKey } from '../referee/tasks.ts';
import { createBotLabs } from './bot-labs.ts';
import { createJobContext, tell } from './context.ts';
import type { Probes } from './probes.ts';
import { doJob } from './registry.ts';
import { createRounds } from './rounds.ts';

/** Often enough that nobody sees a clock stand at zero. */
const TICK_MS = 200;
/** Between two ticks: longer than the busiest server is late. */
const JUMP_MS = 3_000;
/** After a job failed (a bug, or no memory), so that the log stays readable and the match may still recover. */
const RETRY_MS = 5_000;

/** Starts it; it ends with the match's signal. */
export function startConductor(options: {
  service: MatchService;
  models: TeamModels;
  values: MatchValues;
  probes: Probes;
  run: RunTask;
  updates: UpdateWork;
  key(): MatchKey;
  now: () => number;
}): void {
  const { service, probes, now } = options;
  const { match, signal } = service;
  const rounds = createRounds(options);
  const decideForBots = createBotLabs(service, options.key().seeds);
  const busy = new Set<string>();
  let isAwake = false;
  let tickedMs = now();

  /** Lets one thing finish before the next begins, however many moves came at once. */
  function wake(): void {
    if (isAwake || signal.aborted) return;
    isAwake = true;
    setTimeout(() => {
      isAwake = false;
      tick();
    });
  }

  /** A bug in one match must not end the others: it is logged, and the next tick tries again. */
  function tick(): void {
    if (!signal.aborted && service.isOpen) guard(`The clock of match ${match.code}`, () => advance(now()));
  }

  /** Time that the process was stopped for, or that its clock was set by, is no time that people had. */
  function giveBack(nowMs: number): void {
    const sinceMs = tickedMs;
    tickedMs = nowMs;
    const isJump = Math.abs(nowMs - sinceMs) > JUMP_MS;
    if (isJump && match.pausedAtMs === null) tell(service, { type: 'clock/jump', sinceMs });
  }

  function advance(nowMs: number): void {
    giveBack(nowMs);
    if (match.pausedAtMs === null && match.stageEndsAtMs !== null && nowMs >= match.stageEndsAtMs)
      tell(service, { type: 'clock/expire' });
    if (match.pausedAtMs === null && isAuctionDue(match, nowMs)) tell(service, { type: 'auction/close' });
    if (isHostMissing(match, nowMs)) tell(service, { type: 'host-screens/missed' });
    if (isDecisionDue(match, nowMs)) tell(service, { type: 'plan/settle' });
    decideForBots(nowMs);
    probes.sweep(nowMs);
    advanceRounds(nowMs);
    for (const team of Object.values(match.teams)) {
      const turn = nextTurn(match, team, nowMs);
      if (turn) tell(service, { type: 'pupil/turn', teamId: team.id, ...turn });
    }
    for (const job of nextJobs(match, busy)) start(job);
  }

  /** A round that has to be closed is followed by the next one once it is. */
  function advanceRounds(nowMs: number): void {
    for (const { kind, teamId, stage } of nextRoundSteps(match, nowMs)) {
      if (kind === 'close') rounds.close(teamId, stage);
      else if (!rounds.isClosing(teamId)) rounds.open(teamId, stage, nowMs);
    }
  }

  function start(job: Job): void {
    busy.add(job.teamId);
    /* What it came to may be undone, and then it is to be done again, though not at once. */
    const context = createJobContext(options);
    const done = doJob(context, job).then(() => service.written());
    done.finally(context.end).then(
      () => {
        busy.delete(job.teamId);
        wake();
      },
      (error: unknown) => {
        if (signal.aborted) return;
        logError(`match ${match.code}: ${job.kind} of ${job.teamId} failed`, error);
        sleep(RETRY_MS, signal).then(
          () => busy.delete(job.teamId),
          () => undefined,
        );
      },
    );
  }

  const timer = setInterval(tick, TICK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  service.onChange(wake);
}
