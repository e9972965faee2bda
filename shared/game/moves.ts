/** Everything that can happen in a match, as one table: who may do it, what it looks like, and what it does. */

import { z } from 'zod';
import { AUDIENCE_MOVES } from './audience.ts';
import { COURSE_MOVES } from './course.ts';
import { madeId } from './fields.ts';
import { madeId as makeId } from './ids.ts';
import type { TeamPlan } from './match.ts';
import { HUSH_MOVES } from './hush.ts';
import { PLAYER_MOVES } from './players.ts';
import { REPORT_MOVES } from './reports.ts';
import { SHARED_ANSWER_MOVES } from './shared-answers.ts';
import { SCREEN_MOVES } from './screens.ts';
import { SOUND_MOVES } from './sound.ts';
import { SURVEY_MOVES } from './survey-moves.ts';
import { agree, decideAsBot, draft, isDecisionDue, propose } from './proposals.ts';
import {
  done,
  playerMove,
  systemMove,
  teamMove,
  wrongStage,
  type Actor,
  type MovesOf,
  type MoveTable,
} from './stage.ts';
import { allRules, STAGE_RULES } from './stages/registry.ts';
import { TRAINING_MOVES } from './training/moves.ts';

/** The plan of whichever stage decides on one, with the stage's name beside it. */
const [firstPlan, ...otherPlans] = allRules.flatMap(({ name, plan }) =>
  plan ? [z.strictObject({ stage: z.literal(name), plan: plan.shape })] : [],
);
if (!firstPlan) throw new Error('no stage decides on anything');
export const teamPlan = z.discriminatedUnion('stage', [
  firstPlan,
  ...otherPlans,
]) as unknown as z.ZodType<TeamPlan>;

const PROPOSAL_MOVES = {
  'plan/propose': playerMove({ proposed: teamPlan }, (context, { proposed }) =>
    propose(context, context.playerId, makeId(context.playerId, context.match.sequence), proposed),
  ),
  'plan/draft': playerMove({ drafted: teamPlan }, (context, { drafted }) =>
    draft(context, context.playerId, drafted),
  ),
  'plan/agree': playerMove({ proposalId: madeId }, (context, { proposalId }) =>
    agree(context, context.playerId, proposalId),
  ),
  'bot/decide': teamMove<{ decided: TeamPlan }>((context, { decided }) =>
    decideAsBot(context, context.team, decided),
  ),
  /** What a majority of those wants who are still waited for is carried out, as after every move. */
  'plan/settle': systemMove<object>(({ match, nowMs }) =>
    isDecisionDue(match, nowMs) ? done() : wrongStage(match),
  ),
} satisfies MoveTable;

const TABLE = {
  ...COURSE_MOVES,
  ...PLAYER_MOVES,
  ...AUDIENCE_MOVES,
  ...HUSH_MOVES,
  ...REPORT_MOVES,
  ...SHARED_ANSWER_MOVES,
  ...SURVEY_MOVES,
  ...SCREEN_MOVES,
  ...SOUND_MOVES,
  ...PROPOSAL_MOVES,
  ...TRAINING_MOVES,
};

/** Every kind of move by its type: those of any match, and those of each stage. */
export const MOVES: MoveTable = Object.assign({}, TABLE, ...allRules.map(({ moves }) => moves));

type StageTables = (typeof STAGE_RULES)[keyof typeof STAGE_RULES]['moves'];
/** Of each table in turn, so that none has to be named here. */
type StageMoves<By extends Actor['kind']> = StageTables extends infer Table
  ? Table extends StageTables
    ? MovesOf<Table, By>
    : never
  : never;

/** What a player's own client may ask for. */
export type PlayerMove = MovesOf<typeof TABLE, 'player'> | StageMoves<'player'>;
/** What one of the audience may ask for. */
export type AudienceMove = MovesOf<typeof TABLE, 'audience'> | StageMoves<'audience'>;
/** What the host may do, with the host's token. */
export type HostMove = MovesOf<typeof TABLE, 'host'> | StageMoves<'host'>;
/** What the server itself records: seats, the clock, and the referee's results. */
export type SystemMove = MovesOf<typeof TABLE, 'system'> | StageMoves<'system'>;
export type Move = PlayerMove | AudienceMove | HostMove | SystemMove;

/** Time and chance come in from outside and are journalled with the move, so that a replay repeats them. */
export interface MoveContext {
  /** Made by the client; a repeated id changes nothing and succeeds. */
  id: string;
  actor: Actor;
  nowMs: number;
}

export interface JournalEntry {
  sequence: number;
  move: Move;
  context: MoveContext;
}
