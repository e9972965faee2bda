/**
 * What is synchronised to clients: a one-way projection of the match, public but for what only each team itself sees. Lists are JSON or
 * maps by place, never schema arrays: two calls on one array within a patch can leave the client with another list for good.
 * Numbers that are no counts are `float64`, since `number` rounds and sends NaN as 0.
 */

import { schema, t, type SchemaType } from '@colyseus/schema';

export const PlayerState = schema(
  {
    id: t.string(),
    name: t.string(),
    teamId: t.string(),
    connected: t.boolean().default(true),
    /** Measured speed in the device's benchmark; absent until it is done; 0 = can't train. */
    tokensPerSecond: t.float64().optional(),
    backend: t.string().default(''),
    /** Whether the device trains on a text of its own too. */
    addsOwnText: t.boolean().default(false),
    /** What its page says of the person: `Sign`. */
    sign: t.string().default('here'),
    /** Since when: that it says so, or that the line is gone. */
    sinceMs: t.float64().default(0),
  },
  'Player',
);
export type PlayerState = SchemaType<typeof PlayerState>;

export const RunState = schema(
  {
    status: t.string().default('running'),
    stoppedEarly: t.boolean().default(false),
    stoppedAtMs: t.float64().optional(),
    tokensTotal: t.number().default(0),
    tokensUsed: t.number().default(0),
    roundsDone: t.number().default(0),
    /** The weights in use, named after the round that made them. */
    version: t.number().default(0),
    /** The weights that the run began with. */
    firstVersion: t.number().default(0),
    rollbacks: t.number().default(0),
    /** What the team multiplies the planned learning rate by. */
    rateFactor: t.float64().default(1),
    /** `Hardest` as JSON, or empty. */
    hardest: t.string().default(''),
    /** Points by their place, counted from 0: `[tokens, trainLoss, bitsPerByte]` as JSON. */
    curve: t.map('string'),
  },
  'Run',
);
export type RunState = SchemaType<typeof RunState>;

/** What only the team itself and the host see while the match runs. */
export const OwnTeamState = schema(
  {
    /** `Proposal[]` as JSON. */
    proposals: t.string().default('[]'),
    /** `Draft[]` as JSON. */
    drafts: t.string().default('[]'),
    /** `Basket` as JSON. */
    basket: t.string().default(''),
    /** Stages where the clock took what the members had put together, as JSON. */
    takenUnsaid: t.string().default('[]'),
    /** `ReportedText[]` as JSON. */
    reports: t.string().default('[]'),
    /** What only the team may know of each stage, as JSON. */
    views: t.map('string'),
    /** Committed plans by stage, each as JSON. */
    plans: t.map('string'),
    /** Labels by the document's name, each as short as `labels.ts` can write it: one swipe changes one entry. */
    labels: t.map('string'),
    /** What of each run only its own team needs, by the stage: the open round (`RunView['round']`) and `Checkpoint[]`, as JSON. */
    rounds: t.map('string'),
    checkpoints: t.map('string'),
    /** What each device did, by stage and player id: `[tokens, updates, strikes]` as JSON. */
    workers: t.map('string'),
    /** Frames by stage and place, counted from 0, each as JSON. */
    filmstrips: t.map('string'),
    /** Ids of those who have labelled, as JSON: labels name them by their place here, so nobody ever leaves it. */
    labellers: t.string().default('[]'),
    /** The team's own `Bid` as JSON, or empty. */
    bid: t.string().default(''),
    /** What the team may spend in the present generation. */
    coins: t.number().default(0),
    /** `Ancestor` as JSON, or empty. */
    ancestor: t.string().default(''),
    /** `TeamText` as JSON, or empty. */
    text: t.string().default(''),
    /** `CurveHint[]` of pretraining as JSON. */
    hints: t.string().default('[]'),
    /** `Prepared` as JSON, or empty. */
    prepared: t.string().default(''),
    /** `OwnHeldOut` as JSON, or empty. */
    ownHeldOut: t.string().default(''),
    /** `Team['tuning']` as JSON, or empty. */
    tuning: t.string().default(''),
    /** Cards that don't fit into the context. */
    cardsLeftOut: t.number().default(0),
    /** `Alignment` as JSON. */
    alignment: t.string().default(''),
    /** `SharedAnswer[]` as JSON: what the team has sent to the host to be shown. */
    answers: t.string().default('[]'),
    /** Votes on pairs of the own model, rounded down to tens: a rating must not tell whose pair it was. */
    ownVotes: t.number().default(0),
    /** `CastVotes` of its members as JSON, or empty. */
    cast: t.string().default(''),
    /** `RemovedPlayer[]` as JSON. */
    removed: t.string().default('[]'),
  },
  'OwnTeam',
);
export type OwnTeamState = SchemaType<typeof OwnTeamState>;

export const TeamState = schema(
  {
    id: t.string(),
    name: t.string(),
    look: t.number(),
    /** Stages whose plan is committed, as JSON. */
    committed: t.string().default('[]'),
    /** Stages whose plan the clock chose, as JSON. */
    defaulted: t.string().default('[]'),
    /** `Probe[]` as JSON: everybody's probes make one plot. */
    probes: t.string().default('[]'),
    /** Number of parameters, 0 until the model exists. */
    parameters: t.number().default(0),
    /** `PastView[]` as JSON: what came of the generations before. */
    past: t.string().default('[]'),
    /** True once the team's data and untrained model are ready to train. */
    ready: t.boolean().default(false),
    pretrain: t.ref(RunState).optional(),
    fineTune: t.ref(RunState).optional(),
    align: t.ref(RunState).optional(),
    test: t.ref(RunState).optional(),
    inFormShare: t.float64().optional(),
    /** `DebriefView` but for its results, as JSON; empty until the debrief. */
    debrief: t.string().default(''),
    /** `TeamResults` as JSON; empty until the debrief. */
    results: t.string().default(''),
    /** What all may know of the team in each stage, by the stage's name, as JSON. */
    views: t.map('string'),
    own: t.ref(OwnTeamState).view(),
  },
  'Team',
);
export type TeamState = SchemaType<typeof TeamState>;

export const MatchState = schema(
  {
    code: t.string(),
    stage: t.string().default('lobby'),
    /** Server clock when the stage ends; absent without a clock. */
    stageEndsAtMs: t.float64().optional(),
    /** Since when there is something to do in the stage. */
    workSinceMs: t.float64().default(0),
    /** While all labs are done, ids of who has asked for more time, as JSON; else empty. */
    ready: t.string().default(''),
    pausedAtMs: t.float64().optional(),
    /** Whether the match was brought back `whole` or `damaged` and waits; else empty. */
    broughtBack: t.string().default(''),
    locked: t.boolean().default(false),
    /** Whether timers are off. */
    untimed: t.boolean().default(false),
    /** Whether the match has paused itself, since the host is gone. */
    isHostMissed: t.boolean().default(false),
    /** Whether the stage can begin again, and how often any has. */
    mayRepeat: t.boolean().default(false),
    repeats: t.number().default(0),
    /** Ids of labs whose models' words are hidden, as JSON. */
    hushed: t.string().default('[]'),
    /** Ids of pairs of answers that are hidden from everybody, as JSON. */
    reported: t.string().default('[]'),
    /** The host's links to more screens: `ScreenView[]` as JSON. */
    screens: t.string().default('[]'),
    /** Of the projector. */
    volume: t.number().default(0),
    /** `SurveyView` as JSON, or empty. */
    survey: t.string().default(''),
    budgetFlops: t.float64().optional(),
    /** Counted from 1. */
    generation: t.number().default(1),
    /** `Match['joinOrigins']` as JSON. */
    joinOrigins: t.string().default('[]'),
    /** `MatchSettings` as JSON. */
    settings: t.string().default(''),
    /** The answer of a model that the host shows the class: `ShownAnswer` as JSON, or empty. */
    shownAnswer: t.string().default(''),
    /** What all may know of each stage, by its name, as JSON. */
    views: t.map('string'),
    /** How many of the audience are here. */
    audience: t.number().default(0),
    players: t.map(PlayerState),
    teams: t.map(TeamState),
  },
  'Match',
);
export type MatchState = SchemaType<typeof MatchState>;
