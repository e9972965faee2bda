/** What is synchronised to clients: a one-way projection of the match, public but for each team's own desk. */

import { schema, t, type SchemaType } from '@colyseus/schema';

export const PlayerState = schema(
  {
    id: t.string(),
    name: t.string(),
    teamId: t.string(),
    connected: t.boolean().default(true),
    /** Measured speed with the probe model; absent until the probe is done; 0 = can't train. */
    tokensPerSecond: t.number().optional(),
    backend: t.string().default(''),
    /** Whether the device trains on a text of its own too. */
    addsOwnText: t.boolean().default(false),
  },
  'Player',
);
export type PlayerState = SchemaType<typeof PlayerState>;

export const CurvePointState = schema(
  { tokens: t.number(), trainLoss: t.number().optional(), bitsPerByte: t.number().optional() },
  'CurvePoint',
);
export type CurvePointState = SchemaType<typeof CurvePointState>;

export const SampleState = schema({ prompt: t.string(), text: t.string() }, 'Sample');
export type SampleState = SchemaType<typeof SampleState>;

export const FrameState = schema({ tokens: t.number(), samples: t.array(SampleState) }, 'Frame');
export type FrameState = SchemaType<typeof FrameState>;

export const WorkerState = schema({ tokens: t.number(), updates: t.number() }, 'Worker');
export type WorkerState = SchemaType<typeof WorkerState>;

export const RunState = schema(
  {
    status: t.string().default('running'),
    stoppedEarly: t.boolean().default(false),
    tokensTotal: t.number().default(0),
    tokensUsed: t.number().default(0),
    roundsDone: t.number().default(0),
    /** The weights in use, named after the round that made them. */
    version: t.number().default(0),
    /** The open round as JSON (`RunView['round']`), or empty: it comes and goes as a whole. */
    round: t.string().default(''),
    /** What each device did, by player id. */
    workers: t.map(WorkerState),
    rollbacks: t.number().default(0),
    /** What the team multiplies the planned learning rate by. */
    rateFactor: t.number().default(1),
    /** `Checkpoint[]` as JSON. */
    checkpoints: t.string().default('[]'),
    curve: t.array(CurvePointState),
    filmstrip: t.array(FrameState),
  },
  'Run',
);
export type RunState = SchemaType<typeof RunState>;

export const ProposalState = schema(
  {
    id: t.string(),
    proposerId: t.string(),
    /** A list of player ids as JSON: arrays nested this deep do not reach a client by its view alone. */
    agreedIds: t.string().default('[]'),
    /** A TeamPlan as JSON: a union that the schema can't express; `readView` parses it. */
    proposed: t.string(),
  },
  'Proposal',
);
export type ProposalState = SchemaType<typeof ProposalState>;

/** What only the team itself and the host see while the match runs. */
export const DeskState = schema(
  {
    proposals: t.array(ProposalState),
    /** Committed plans by stage, each as JSON. */
    plans: t.map('string'),
    /** Labels by the document's name, each as JSON: one swipe changes one entry. */
    labels: t.map('string'),
    /** The team's own `Bid` as JSON, or empty. */
    bid: t.string().default(''),
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
    /** `Alignment` as JSON. */
    alignment: t.string().default(''),
    /** Votes on pairs of the own model, rounded down to tens: a rating must not tell whose pair it was. */
    ownVotes: t.number().default(0),
  },
  'Desk',
);
export type DeskState = SchemaType<typeof DeskState>;

export const TeamState = schema(
  {
    id: t.string(),
    name: t.string(),
    look: t.number(),
    /** Stages whose plan is committed. */
    committed: t.array('string'),
    /** Stages whose plan the clock chose. */
    defaulted: t.array('string'),
    /** `Probe[]` as JSON: everybody's probes make one plot. */
    probes: t.string().default('[]'),
    /** Number of parameters, 0 until the model exists. */
    parameters: t.number().default(0),
    /** True once the team's data and untrained model are ready to train. */
    ready: t.boolean().default(false),
    pretrain: t.ref(RunState).optional(),
    fineTune: t.ref(RunState).optional(),
    align: t.ref(RunState).optional(),
    inFormShare: t.number().optional(),
    /** `TeamResults`, `TeamScore` and all plans as JSON; empty until the debrief. */
    debrief: t.string().default(''),
    desk: t.ref(DeskState).view(),
  },
  'Team',
);
export type TeamState = SchemaType<typeof TeamState>;

export const MatchState = schema(
  {
    code: t.string(),
    stage: t.string().default('lobby'),
    /** Server clock when the stage ends; absent without a clock. */
    stageEndsAtMs: t.number().optional(),
    pausedAtMs: t.number().optional(),
    locked: t.boolean().default(false),
    budgetFlops: t.number().optional(),
    /** `MatchSettings` as JSON. */
    settings: t.string().default(''),
    /** Pairs of answers that there are to rate, and votes on them, of all teams. */
    pairs: t.number().default(0),
    votes: t.number().default(0),
    /** `AuctionView` as JSON; empty in the lobby. */
    auction: t.string().default(''),
    /** `ArenaView` as JSON; empty before the stage. */
    arena: t.string().default(''),
    players: t.map(PlayerState),
    teams: t.map(TeamState),
  },
  'Match',
);
export type MatchState = SchemaType<typeof MatchState>;
