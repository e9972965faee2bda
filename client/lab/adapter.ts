/** The player's own adapter: what a copy of the lab's model learned of a text of theirs, on this device; it goes with the page. */

import type { Adapter } from '../../shared/lm/lora/adapter.ts';
import { seatSignal } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import type { AdaptOutcome } from './engine/api.ts';
import { withModel } from './talk.ts';
import type { Voice } from './voices.ts';

export type Learned = Extract<AdaptOutcome, { ok: true }>;

export interface OwnAdapter {
  /** Counts up, so that a newer one is another model. */
  number: number;
  adapter: Adapter;
  /** The model that it belongs to. */
  voice: Voice;
  text: string;
  report: Learned;
  /** What training all the weights gave instead; null where nobody asked. */
  whole: Learned | null;
}

export const ownAdapter = seatSignal<OwnAdapter | null>(null);
export const isAdapterOn = seatSignal(false);
/** Why the last text was not learned; null where it was. */
export const adaptProblem = seatSignal<Extract<AdaptOutcome, { ok: false }>['problem'] | 'failed' | null>(
  null,
);

let made = 0;

/** How much of what is being learned is done, 0 to 1; null while nothing is. */
export const adapting = seatSignal<{ way: 'adapter' | 'full'; done: number } | null>(null);

async function learn(
  owner: Session,
  voice: Voice,
  text: string,
  way: 'adapter' | 'full',
): Promise<AdaptOutcome | null> {
  const state = adapting.of(owner);
  state.value = { way, done: 0 };
  const tell = (done: number): void => void (state.value = { way, done });
  const outcome = await withModel(owner, voice, (engine, model) => engine.adapt({ model, text, way }, tell));
  state.value = null;
  return outcome;
}

/** Has an adapter learn the text, in place of the one before, and switches it on. */
export async function trainAdapter(owner: Session, voice: Voice, text: string): Promise<void> {
  const report = await learn(owner, voice, text, 'adapter');
  const problem = adaptProblem.of(owner);
  if (!report?.ok || !report.adapter) {
    problem.value = report && !report.ok ? report.problem : 'failed';
    return;
  }
  problem.value = null;
  ownAdapter.of(owner).value = {
    number: ++made,
    adapter: report.adapter,
    voice,
    text,
    report,
    whole: null,
  };
  isAdapterOn.of(owner).value = true;
}

/** Trains all the weights of another copy on the same text, to compare. */
export async function trainWhole(owner: Session, own: OwnAdapter): Promise<void> {
  const whole = await learn(owner, own.voice, own.text, 'full');
  const kept = ownAdapter.of(owner);
  if (whole?.ok && kept.peek()?.number === own.number) kept.value = { ...own, whole };
}

/** The adapter that this model is asked with: null where it is off, or belongs to another. */
export function adapterFor(owner: Session, { id }: Voice): OwnAdapter | null {
  const own = ownAdapter.of(owner).peek();
  return own && isAdapterOn.of(owner).peek() && own.voice.id === id ? own : null;
}

export function forgetAdapter(owner: Session): void {
  ownAdapter.of(owner).value = null;
  isAdapterOn.of(owner).value = false;
}
