/** The player's own text, as this page knows it: whether there is one, how it is protected, and what privacy it has cost. */

import { effect, signal } from '@preact/signals';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import {
  NOISE_MULTIPLIERS,
  rhoOfUpdate,
  type NoiseLevel,
} from '../../shared/lm/federated/privacy-account.ts';
import type { OwnTextReport, TrainJob } from '../worker/api.ts';
import { engineHost } from '../worker/host.ts';
import { getJson } from './http.ts';
import { standpoint } from './selectors.ts';
import { seat, send } from './session.ts';

/** What was found in the newest text that was handed in; null while there is none. The text itself is in the engine. */
export const ownText = signal<OwnTextReport | null>(null);
/** How much noise covers updates that the text went into. */
export const noiseLevel = signal<NoiseLevel>('some');
/** What left this device so far that the text went into: updates, tokens of it that they read, and the privacy spent. */
export const spent = signal({ updates: 0, tokens: 0, rho: 0 });

let tokenizer: { seatToken: string; file: unknown } | null = null;

/** Hands a text to the engine in place of the one before. */
export async function addOwnText(text: string): Promise<void> {
  const { engine } = await engineHost();
  ownText.value = await engine.keepOwnText(text);
}

/** Makes the engine forget the text. What updates already carried cannot be taken back, so the account stays. */
export async function removeOwnText(): Promise<void> {
  const { engine } = await engineHost();
  await engine.keepOwnText(null);
  ownText.value = null;
}

/** What a round needs to train on the own text too; null when there is none, or the tokenizer could not be had. */
export async function ownTraining(token: string): Promise<TrainJob['own']> {
  if (!ownText.peek()?.ok) return null;
  if (tokenizer?.seatToken !== token) {
    const reply = await getJson<unknown>(ROUTES.tokenizer, token);
    if (!reply.ok) return null;
    tokenizer = { seatToken: token, file: reply.value };
  }
  return { tokenizer: tokenizer.file, noise: noiseLevel.peek() };
}

/** Books an update that is about to leave: once sent, its privacy is spent, even if it is lost on the way. */
export function bookUpdate(tokens: number, noise: NoiseLevel): void {
  const before = spent.peek();
  spent.value = {
    updates: before.updates + 1,
    tokens: before.tokens + tokens,
    rho: before.rho + rhoOfUpdate(NOISE_MULTIPLIERS[noise]),
  };
}

/**
 * Keeps the team informed that this device adds a text, and of nothing else about it, and forgets the text when the seat
 * is given up; returns a function that stops.
 */
export function startOwnText(): () => void {
  const stops = [tellTeam(), forgetWithSeat()];
  return () => stops.forEach((stop) => stop());
}

function tellTeam(): () => void {
  let told: boolean | null = null;
  return effect(() => {
    const adds = ownText.value?.ok ?? false;
    const known = standpoint.value?.me.addsOwnText;
    if (known === undefined || known === adds) {
      told = null;
      return;
    }
    if (told === adds) return;
    told = adds;
    void send({ type: 'data/own-text', adds }, true);
  });
}

function forgetWithSeat(): () => void {
  let playerId: string | null = null;
  return effect(() => {
    const next = seat.value?.playerId ?? null;
    if (playerId !== null && next !== playerId) {
      void removeOwnText();
      spent.value = { updates: 0, tokens: 0, rho: 0 };
    }
    playerId = next;
  });
}
