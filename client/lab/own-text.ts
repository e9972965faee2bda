/** The player's own text, as this page knows it: whether there is one, how it is protected, and what privacy it has cost. */

import {
  NOISE_MULTIPLIERS,
  rhoOfUpdate,
  type NoiseLevel,
} from '../../shared/lm/federated/privacy-account.ts';
import type { OwnTextReport, TrainJob } from './engine/api.ts';
import { seatSignal } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import { seatEngine } from './seat-engine.ts';
import { loadTokenizer } from './library.ts';

/** What was found in the newest text that was handed in; null while there is none. The text itself is in the engine. */
export const ownText = seatSignal<OwnTextReport | null>(null);
/** How much noise covers updates that the text went into. */
export const noiseLevel = seatSignal<NoiseLevel>('some');
/** What left this device so far that the text went into: updates, tokens of it that they read, and the privacy spent. */
export const spent = seatSignal({ updates: 0, tokens: 0, rho: 0 });

/** Hands a text to the engine in place of the one before. */
export async function addOwnText(owner: Session, text: string): Promise<void> {
  const { engine } = await seatEngine.of(owner);
  if (!owner.isOver) ownText.of(owner).value = await engine.keepOwnText(text);
}

/** Makes the engine forget the text. What updates already carried cannot be taken back, so the account stays. */
export async function removeOwnText(owner: Session): Promise<void> {
  const { engine } = await seatEngine.of(owner);
  if (owner.isOver) return;
  await engine.keepOwnText(null);
  ownText.of(owner).value = null;
}

/** What a round needs to train on the own text too; null when there is none, or the tokenizer could not be had. */
export async function ownTraining(owner: Session): Promise<TrainJob['own']> {
  if (!ownText.of(owner).peek()?.ok) return null;
  const tokenizer = await loadTokenizer(owner);
  return tokenizer ? { tokenizer, noise: noiseLevel.of(owner).peek() } : null;
}

/** Books an update that is about to leave: once sent, its privacy is spent, even if it is lost on the way. */
export function bookUpdate(owner: Session, tokens: number, noise: NoiseLevel): void {
  const account = spent.of(owner);
  const before = account.peek();
  account.value = {
    updates: before.updates + 1,
    tokens: before.tokens + tokens,
    rho: before.rho + rhoOfUpdate(NOISE_MULTIPLIERS[noise]),
  };
}

/** Keeps the team informed that this device adds a text, and of nothing else about it. */
export function startOwnText(owner: Session): void {
  let told: boolean | null = null;
  owner.watch(() => {
    const adds = ownText.of(owner).value?.ok ?? false;
    const known = owner.standpoint.value?.me.addsOwnText;
    if (known === undefined || known === adds) {
      told = null;
      return;
    }
    if (told === adds) return;
    told = adds;
    void owner.send({ type: 'data/own-text', adds }, true);
  });
}
