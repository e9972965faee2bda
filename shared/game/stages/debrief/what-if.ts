/** "What if?": after a match a lab picks one of its decisions, guesses, and has its model trained again with that one changed. */

import type { ScoredKind } from '../../../world/document.ts';
import { lookUp, put } from '../../look-up.ts';
import { findTeam } from '../../members.ts';
import type { Match, Team } from '../../match.ts';
import { fail, type Result } from '../../result.ts';
import { ownTeamSlice } from '../../slices.ts';
import { done, type PlayerContext } from '../../stage.ts';
import { CHANGES, withChange, type Change, type Decided } from '../../changes.ts';
import { outcomeOf, trialsOf, type Outcome } from './verdict.ts';
import type { PairedDifference } from '../../../evals/paired.ts';

/** Questions of one lab: each keeps the referee busy for some time. */
export const MOST_ASKED = 4;
/** Compute that one answer may take: minutes of one processor thread, not more. */
const MOST_FLOPS = 6e12;

/** A model's surprise at sealed text, bits per byte. */
export interface Surprise {
  bitsPerByte: number;
  perKind: Record<ScoredKind, number>;
}

/** What the runs of both sides gave, side by side; `broken` where one of them fell apart. */
export type Trials = { asWas: Surprise; changed: Surprise }[] | 'broken';

export interface WhatIf {
  change: Change;
  /** What members think will come of it, by player; who asks guesses first. */
  guesses: Record<string, Outcome>;
  /** Null until the referee has trained. */
  trials: Trials | null;
}

export interface WhatIfSlice {
  whatIfs: WhatIf[];
}

const whatIfsOf = (team: Team): WhatIf[] => ownTeamSlice<WhatIfSlice>(team, 'debrief').whatIfs;

/** What the lab decided; null where it never trained. */
export function decidedOf({ now }: Team): Decided | null {
  const [data, scale] = [now.data.plan, now.scale.plan];
  const isTuned = (now['fine-tune'].run?.roundsDone ?? 0) > 0;
  return data && scale && now.pretrain.run
    ? { data, scale, 'fine-tune': isTuned ? now['fine-tune'].plan : null }
    : null;
}

/** What a lab may ask: what changes anything, and can be trained while people wait. */
export function offeredChanges(plans: Decided, budgetFlops: number): Change[] {
  return CHANGES.filter((change) => {
    const { share, runs } = trialsOf(change);
    return 2 * runs * share * budgetFlops <= MOST_FLOPS && withChange(plans, change) !== null;
  });
}

/** Nothing comes after it: from other debriefs the lab goes on, and its model with it. */
function isOver({ stage, at, schedule }: Match): boolean {
  return stage === 'debrief' && !schedule.slice(at + 1).some((step) => step.stage === 'debrief');
}

/** The own lab of whoever asks, once the sealed test is taken. */
function askingTeam({ match, player }: PlayerContext): Result<Team> {
  if (!isOver(match)) return fail('match/wrong_stage', { stage: match.stage });
  const team = findTeam(match, player.teamId);
  if (!team.ok) return team;
  return team.value.now.debrief.results ? team : fail('debrief/not_tested');
}

export function askWhatIf(context: PlayerContext, asked: { change: Change; guess: Outcome }): Result<void> {
  const found = askingTeam(context);
  if (!found.ok) return found;
  const team = found.value;
  const plans = decidedOf(team);
  const { change, guess } = asked;
  if (!plans || !offeredChanges(plans, context.match.budgetFlops ?? 0).includes(change))
    return fail('debrief/not_offered');
  const whatIfs = whatIfsOf(team);
  if (whatIfs.some((one) => one.change === change)) return fail('debrief/asked_before');
  if (whatIfs.some(({ trials }) => trials === null)) return fail('debrief/later');
  if (whatIfs.length >= MOST_ASKED) return fail('debrief/too_many', { most: MOST_ASKED });
  whatIfs.push({ change, guesses: { [context.playerId]: guess }, trials: null });
  return done();
}

/** A member's guess; the first one stays. */
export function guessWhatIf(
  context: PlayerContext,
  { change, guess }: { change: Change; guess: Outcome },
): Result<void> {
  const found = askingTeam(context);
  if (!found.ok) return found;
  const asked = whatIfsOf(found.value).find((one) => one.change === change);
  if (!asked) return fail('debrief/not_offered');
  if (lookUp(asked.guesses, context.playerId)) return fail('debrief/guessed');
  put(asked.guesses, context.playerId, guess);
  return done();
}

/** The question that the referee has still to answer. */
export function waitingWhatIf(match: Match, team: Team): WhatIf | null {
  if (!isOver(match) || !team.now.debrief.results) return null;
  return whatIfsOf(team).find(({ trials }) => trials === null) ?? null;
}

export function recordTrials(
  team: Team,
  { change, trials }: { change: Change; trials: Trials },
): Result<void> {
  const asked = whatIfsOf(team).find((one) => one.change === change);
  if (asked) asked.trials = trials;
  return done();
}

/** The answer as it is shown: means of the runs, and what they come to. */
export interface ShownAnswer extends PairedDifference {
  outcome: Outcome;
  runs: number;
  asWas: Surprise;
  changed: Surprise;
}

export interface WhatIfView extends Pick<WhatIf, 'change' | 'guesses'> {
  answer: ShownAnswer | 'broken' | null;
}

export interface DebriefOwnView {
  whatIfs: WhatIfView[];
}

/** Nobody reads more digits. */
const rounded = (value: number): number => Math.round(1000 * value) / 1000;

function meanOf(found: readonly Surprise[]): Surprise {
  const mean = (of: (one: Surprise) => number): number =>
    rounded(found.reduce((sum, one) => sum + of(one), 0) / found.length);
  const kinds = Object.keys(found[0]?.perKind ?? {}) as ScoredKind[];
  const perKind = Object.fromEntries(kinds.map((kind) => [kind, mean((one) => one.perKind[kind])]));
  return { bitsPerByte: mean(({ bitsPerByte }) => bitsPerByte), perKind: perKind as Surprise['perKind'] };
}

function answerOf(trials: Trials | null): WhatIfView['answer'] {
  if (trials === null || trials === 'broken') return trials;
  const [asWas, changed] = [trials.map((one) => one.asWas), trials.map((one) => one.changed)];
  const bits = (found: readonly Surprise[]): number[] => found.map(({ bitsPerByte }) => bitsPerByte);
  const { difference, low, high, outcome } = outcomeOf(bits(asWas), bits(changed));
  return {
    outcome,
    difference: rounded(difference),
    low: rounded(low),
    high: rounded(high),
    runs: trials.length,
    asWas: meanOf(asWas),
    changed: meanOf(changed),
  };
}

export function viewWhatIfs(_match: Match, team: Team): DebriefOwnView | null {
  const whatIfs = whatIfsOf(team);
  if (whatIfs.length === 0) return null;
  return {
    whatIfs: whatIfs.map(({ change, guesses, trials }) => ({ change, guesses, answer: answerOf(trials) })),
  };
}
