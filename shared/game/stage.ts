/** The contract of a stage: its clock, its moves, what a team decides in it, and when it is over. Each folder in stages/ has one. */

import type { z } from 'zod';
import type { Stage } from '../lifecycle.ts';
import { findPlayer, findTeam, findWatcher } from './members.ts';
import type { Match, Player, Team } from './match.ts';
import type { WorkedOut } from './once.ts';
import { fail, ok, type Result } from './result.ts';
import type { Preset } from './settings.ts';

/** Who makes a move. */
export type Actor =
  | { kind: 'player'; playerId: string }
  | { kind: 'audience'; watcherId: string }
  | { kind: 'host' }
  | { kind: 'system' };

/** Time comes in from outside and is journalled with the move, so that a replay repeats it. */
export interface Context {
  match: Match;
  nowMs: number;
  /** What the same move has worked out before, where it is applied twice. */
  workedOut?: WorkedOut;
}

export interface PlayerContext extends Context {
  playerId: string;
  player: Player;
}

export interface TeamContext extends Context {
  team: Team;
}

/** What a move has besides its type, as validators by name. */
type Fields = z.ZodRawShape;
type ContentOf<F extends Fields> = keyof F extends never ? object : z.output<z.ZodObject<F>>;

/**
 * One kind of move: who may make it, what it has besides its type, and what it does. `apply` changes the match, or leaves it
 * untouched and says why. Validators of messages, dispatch and the types of moves all follow from the table of these.
 */
export interface MoveRule<By extends Actor['kind'], Content> {
  by: By;
  /** Null for the server's own moves, which no message is ever read as. */
  fields: Fields | null;
  apply(context: Context, content: Content, actor: Actor): Result<void>;
}

/** Moves by their type, such as `arena/vote`. */
export type MoveTable = Readonly<Record<string, MoveRule<Actor['kind'], unknown>>>;

/** The same type, as one object. */
type Flat<T> = T extends unknown ? { [Key in keyof T]: T[Key] } : never;

/** All moves of a table that this kind of actor may make. */
export type MovesOf<Table, By extends Actor['kind'] = Actor['kind']> = {
  [Type in keyof Table & string]: Table[Type] extends MoveRule<infer Maker, infer Content>
    ? Maker extends By
      ? Flat<{ type: Type } & Content>
      : never
    : never;
}[keyof Table & string];

/** A move of a player of the match. */
export function playerMove<F extends Fields>(
  fields: F,
  apply: (context: PlayerContext, content: ContentOf<F>) => Result<void>,
): MoveRule<'player', ContentOf<F>> {
  return {
    by: 'player',
    fields,
    apply(context, content, actor) {
      const playerId = actor.kind === 'player' ? actor.playerId : '';
      const found = findPlayer(context.match, playerId);
      return found.ok ? apply({ ...context, playerId, player: found.value }, content) : found;
    },
  };
}

/** A move of one of the audience. */
export function audienceMove<F extends Fields>(
  fields: F,
  apply: (context: Context & { watcherId: string }, content: ContentOf<F>) => Result<void>,
): MoveRule<'audience', ContentOf<F>> {
  return {
    by: 'audience',
    fields,
    apply(context, content, actor) {
      const watcherId = actor.kind === 'audience' ? actor.watcherId : '';
      const found = findWatcher(context.match, watcherId);
      return found.ok ? apply({ ...context, watcherId }, content) : found;
    },
  };
}

/** A move of whoever holds the host's token. */
export function hostMove<F extends Fields>(
  fields: F,
  apply: (context: Context, content: ContentOf<F>) => Result<void>,
): MoveRule<'host', ContentOf<F>> {
  return { by: 'host', fields, apply };
}

/** A move of the server itself. */
export function systemMove<Content extends object>(
  apply: (context: Context, content: Content) => Result<void>,
): MoveRule<'system', Content> {
  return { by: 'system', fields: null, apply };
}

/** A move of the server that concerns one team. */
export function teamMove<Content extends object>(
  apply: (context: TeamContext, content: Content) => Result<void>,
): MoveRule<'system', Content & { teamId: string }> {
  return {
    by: 'system',
    fields: null,
    apply(context, content) {
      const team = findTeam(context.match, content.teamId);
      return team.ok ? apply({ ...context, team: team.value }, content) : team;
    },
  };
}

/** What a change that can't be refused comes to. */
export const done = (): Result<void> => ok(undefined);

/** The refusal of what this stage does not allow. */
export function wrongStage({ stage }: Match): Result<void> {
  return fail('match/wrong_stage', { stage });
}

/** What a team decides in a stage: anyone proposes, a majority commits. */
export interface PlanRules<Plan> {
  shape: z.ZodType<Plan>;
  isDecided(match: Match, team: Team): boolean;
  /** Whether a team that has not decided may do so now; absent where it always may. */
  isOpen?(match: Match, team: Team): Result<void>;
  /** Whether the plan is allowed to this team. */
  check(match: Match, team: Team, plan: Plan): Result<unknown>;
  /** Whether a plan that was overtaken by events may be carried out all the same, since it then changes nothing. */
  mayBeStale?: boolean;
  /** What the clock decides for a team that proposes nothing; absent where not deciding is a decision too. */
  standard?(match: Match, team: Team): Plan;
  /** Whether the clock may commit such a proposal; absent where it may commit any. */
  isFinal?(plan: Plan): boolean;
  /** What the clock takes of the one plan that a lab makes together, or null; absent where each member has a draft of its own. */
  together?(match: Match, team: Team): Plan | null;
  commit(match: Match, team: Team, plan: Plan, nowMs: number): void;
}

/** Work for the referee; it takes a while. */
export interface StageJob {
  kind: string;
  /** For which team; a team has one job at a time. */
  teamId: string;
}

/** What a match is made from. */
interface Setup {
  /** Decides what is auctioned: a whole number of the match's own. */
  lotSeed: number;
}

/** A stage is not over at its end. */
export interface Stay {
  stayMs: number;
  /** It waits for work, and goes on by itself even where timers are off. */
  isWork?: true;
}

export interface StageRules {
  name: Stage;
  /** Seconds; null where there is no clock, and absent for a preset whose matches go without the stage. */
  clock: Readonly<Partial<Record<Preset, number | null>>>;
  /** For a stage that a host may leave out: whether a match of each preset that knows it has it unless told otherwise. */
  optional?: Readonly<Partial<Record<Preset, boolean>>>;
  /** The stage starts its clock by itself, once what people are to work on is there. */
  clockWaits?: true;
  moves: MoveTable;
  plan?: PlanRules<unknown>;
  /** For stages that train: what a run means to its team when it begins, and whether one round is all of it. */
  training?: { begin?(team: Team, pairsUsed: number): void; isOneRound?: boolean };
  /** What the referee has to do next for a team, derived from the match as it is; asked in every stage. */
  jobs?(match: Match, team: Team): StageJob | null;
  /** What it has to do for all teams at once, when none of them has a job. */
  matchJob?(match: Match): StageJob | null;
  /** What the stage remembers in a match that has just been made; absent where it has nothing of its own. */
  remember?(setup: Setup): unknown;
  /** What it still remembers when it begins again; absent where it forgets everything. */
  rememberAgain?(before: unknown): unknown;
  /** Whether it can begin again; absent where it always can. */
  mayBeginAgain?(match: Match): boolean;
  /** What the stage remembers of each team, when a generation begins; absent where it has nothing of its own. */
  rememberTeam?(): unknown;
  /** What all may know of the stage, as plain data; null while there is nothing to see. */
  view?(match: Match): object | null;
  /** The same of a team. */
  teamView?(team: Team): object | null;
  /** What of it only the team itself and the host may know, as plain data; null while there is nothing to see. */
  ownView?(match: Match, team: Team): object | null;
  /** What happens when the stage begins. */
  begin?(context: Context): void;
  /** Whether none of the teams that play has anything left to do or to wait for; absent where the host moves on. */
  isDone?(match: Match, teams: readonly Team[]): boolean;
  /** Whether there is something to look at and to talk to once all teams are done; absent where there is nothing. */
  isWorthATalk?(match: Match): boolean;
  /** What ends with the clock, or when the host skips, before open decisions fall. */
  close?(context: Context): void;
  /** What happens after that: goes on, or stays for so many milliseconds more. `undecided` teams had not decided. */
  end?(context: Context, undecided: readonly Team[]): Stay | 'go on';
  /** After each move while the match runs. */
  settle?(match: Match): void;
  /** A pause of so many milliseconds is over: whatever has to happen at a time happens later by as much. */
  putOff?(match: Match, millis: number): void;
  /** The stage's clock was set: it has so many seconds left, or none runs any more. */
  setClock?(context: Context, secondsLeft: number | null): void;
  /** A player leaves this team for another one, or the match. */
  leaveTeam?(team: Team, playerId: string): void;
  /** A player or one of the audience has come in. */
  enterMatch?(match: Match, id: string): void;
  /** A player or one of the audience has left the match, and is in it no more. */
  leaveMatch?(match: Match, id: string): void;
  /** A player has moved to another team. */
  changeTeam?(match: Match, playerId: string): void;
}
