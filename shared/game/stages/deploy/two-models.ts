/** A lab's model and the small copy of it: when that is to be taught, and what both do for a request. */

import { batchMillis, type ReplicaSpeed, type RequestSize } from '../../../serving/speed.ts';
import { BATCH, USUAL } from './plant.ts';
import type { Replica } from '../../../serving/replica.ts';
import type { ServedModel, Work } from '../../../serving/models.ts';
import type { DeployTeamSlice, OpenedRequest, Product } from './state.ts';

const NO_WORK: RequestSize = { promptTokens: 0, answerTokens: 0 };

const isAskedFor = (product: Product | null): boolean => product !== null && product.model !== 'own';

/** Whether the small copy is to learn on: somebody wants to try it, or the lab has decided to serve it. */
export function isPupilDue({ pupil, wanted, plan }: DeployTeamSlice): boolean {
  if (pupil?.replica) return false;
  return plan ? isAskedFor(plan) : pupil !== null || isAskedFor(wanted);
}

/** Whether all models that a product needs are there. */
export function canServe({ pupil }: Pick<DeployTeamSlice, 'pupil'>, { model }: Product): boolean {
  return model === 'own' || Boolean(pupil?.replica);
}

/** What each model reads and writes for a request; an answer that was thrown away was written, too. */
export function workOf({ prompt, written, draft, use, pupil }: OpenedRequest): Work {
  const thrown = use?.thrown ?? [];
  const last = {
    promptTokens: prompt.length * (1 + thrown.length) + (draft?.promptTokens ?? 0),
    answerTokens: written.length + (draft?.written.length ?? 0) + thrown.flat().length,
  };
  if (!pupil) return { own: last, pupil: NO_WORK };
  if (pupil.isTaken) return { own: NO_WORK, pupil: last };
  return { own: last, pupil: { promptTokens: pupil.promptTokens, answerTokens: pupil.written.length } };
}

export interface Speeds {
  own: ReplicaSpeed;
  /** Null where there is no small copy. */
  pupil: ReplicaSpeed | null;
}

/** How long one request takes by itself, in milliseconds: both models one after the other. */
export function requestMs({ own, pupil }: Speeds, work: Work): number {
  const alone = (speed: ReplicaSpeed, size: RequestSize): number => {
    const { prefillMs, decodeMs } = batchMillis(speed, [size]);
    return prefillMs + decodeMs;
  };
  return alone(own, work.own) + (pupil ? alone(pupil, work.pupil) : 0);
}

/** Memory that a request takes while it is answered, in all models that may answer it. */
export function requestBytesOf(
  model: ServedModel,
  { own, pupil }: Readonly<Record<'own' | 'pupil', Replica | null>>,
): number {
  const [big, small] = [own?.requestBytes ?? 0, pupil?.requestBytes ?? 0];
  if (!pupil || model === 'own') return big;
  return model === 'pupil' ? small : big + small;
}

/** A machine as the simulated plant sees it: how fast it is, and the tokens that the work for a request is worth there. */
export interface Machine {
  speed: ReplicaSpeed;
  sizeOf(work: Work): RequestSize;
}

/**
 * The machine that a lab serves with. The small copy alone has its own speed; where both share a machine, each of the small copy's
 * tokens counts as the part of one of the lab's own model that it takes in a full batch.
 */
export function machineOf(model: ServedModel, { own, pupil }: Speeds): Machine {
  if (!pupil || model === 'own') return { speed: own, sizeOf: (work) => work.own };
  if (model === 'pupil') return { speed: pupil, sizeOf: (work) => work.pupil };
  const batch = Array.from({ length: BATCH }, () => USUAL);
  const [big, small] = [batchMillis(own, batch), batchMillis(pupil, batch)];
  return {
    speed: own,
    sizeOf: (work) => {
      const read = (work.pupil.promptTokens * small.prefillMs) / big.prefillMs;
      const wrote = (work.pupil.answerTokens * small.decodeMs) / big.decodeMs;
      return {
        promptTokens: work.own.promptTokens + read,
        answerTokens: work.own.answerTokens + wrote,
      };
    },
  };
}
