/** A round of training as a match remembers it: which devices train which rows, and what came back. */

/** A stretch of the team's training stream. */
export interface RowRange {
  startRow: number;
  rowCount: number;
}

/** What a device made of its shard. */
interface ShardUpdate {
  rowsUsed: number;
  tokens: number;
  /** Mean training loss over the shard, nats per token. */
  trainLoss: number;
}

/** One worker's part of a round. */
export interface Shard extends RowRange {
  /** A player of the team, or the server's own name. */
  playerId: string;
  /** Most target tokens an update may claim. */
  tokens: number;
  /** What came back; null until it has. */
  update: ShardUpdate | null;
}

/** One open round: which devices train which rows of the team's training stream, until when. */
export interface OpenRound {
  /** Counts all rounds that were ever opened in this run, so that no two rounds share a number. */
  number: number;
  openedAtMs: number;
  /** How long the slowest shard should take. */
  plannedSeconds: number;
  deadlineMs: number;
  shards: Shard[];
}

/** A round that was averaged into the weights but that the referee has not judged yet. */
export interface UnjudgedRound {
  number: number;
  /** The shards that were taken, each with its update. */
  shards: Shard[];
}

/** What one device did for the run, and how far it is relied on. */
export interface Worker {
  /** Target tokens of its updates that count. */
  tokens: number;
  updates: number;
  /** The newest round it brought an update for. */
  lastRound: number;
  /** Rounds in a row that it missed or spoiled. */
  strikes: number;
  /** It is asked again from this round on. */
  restsUntilRound: number;
  /** Its pace as the server saw it, transfers included; null until it has brought an update. */
  rowsPerSecond: number | null;
}
