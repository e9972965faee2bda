/** What four workers' updates weigh on the wire, and what rounding them costs in loss after twenty rounds. */

import { setFlagsFromString } from 'node:v8';
import { bytesOfChange } from '../../shared/game/wire/update.ts';
import { createField, trainTeam, type TeamOptions } from '../levers/team.ts';

/** What an update weighs, and where a team that sends such ones ends on held-out text. */
interface Sent {
  bytes: number;
  bitsPerByte: number;
}

export interface WireCost {
  workers: number;
  rounds: number;
  parameters: number;
  /** As workers send them: int8 with error feedback. */
  rounded: Sent;
  /** In single precision. */
  exact: Sent;
}

const ROUNDS = 20;
const TEAM: TeamOptions = { workers: 4, steps: 12 * ROUNDS, stepsPerRound: 12, batchRows: 8 };
const BYTES_IN_FP32 = 4;
const SEED = 7;

export async function measureWire(): Promise<WireCost> {
  setFlagsFromString('--experimental-wasm-relaxed-simd');
  const { workers, steps, batchRows } = TEAM;
  const field = createField(SEED, workers * steps * batchRows);
  const parameters = field.weights.length;
  const endOf = async (int8: boolean): Promise<number> => (await trainTeam(field, { ...TEAM, int8 })).bits;
  return {
    workers,
    rounds: ROUNDS,
    parameters,
    rounded: { bytes: bytesOfChange(parameters), bitsPerByte: await endOf(true) },
    exact: { bytes: BYTES_IN_FP32 * parameters, bitsPerByte: await endOf(false) },
  };
}
