/** What the player writes for training, as this page knows it: own text and own cards, how they are protected, and what privacy they have cost. */

import {
  NOISE_MULTIPLIERS,
  rhoOfUpdate,
  type NoiseLevel,
} from '../../shared/lm/federated/privacy-account.ts';
import { checkOwnCard, type OwnCard, type OwnCardProblem } from '../../shared/data/own-cards.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import { isRude } from '../../shared/rude.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';
import type { OwnTextReport, TrainJob } from './engine/api.ts';
import { seatSignal } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import { seatEngine } from './seat-engine.ts';
import { loadTokenizer } from './library.ts';

/** What was found in the newest text that was handed in; null while there is none. The text itself is in the engine. */
export const ownText = seatSignal<OwnTextReport | null>(null);
/** The player's own cards for fine-tuning. They stay on this page; the engine is lent them for a round. */
export const ownCards = seatSignal<readonly OwnCard[]>([]);
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

/** Checks a card and adds it; says what is wrong with it, or null. */
export async function addOwnCard(owner: Session, typed: OwnCard): Promise<OwnCardProblem | null> {
  const file = await loadTokenizer(owner);
  const plan = owner.standpoint.peek()?.team.own?.plans.scale;
  const reader =
    file && plan ? { tokenizer: tokenizerFromJSON(file), contextLength: plan.contextLength } : null;
  const own = ownCards.of(owner);
  const checked = checkOwnCard(typed, { known: own.peek(), isRude, reader });
  if (!checked.ok) return checked.problem;
  own.value = [...own.peek(), checked.card];
  return null;
}

export function removeOwnCard(owner: Session, card: OwnCard): void {
  const own = ownCards.of(owner);
  own.value = own.peek().filter((other) => other !== card);
}

/** What a round needs to train on what the player wrote for this stage; null when that is nothing, or the tokenizer could not be had. */
export async function ownTraining(owner: Session, stage: TrainingStage): Promise<TrainJob['own']> {
  const cards = stage === 'fine-tune' ? ownCards.of(owner).peek() : [];
  const hasText = stage === 'pretrain' && ownText.of(owner).peek()?.ok === true;
  if (!hasText && cards.length === 0) return null;
  const tokenizer = await loadTokenizer(owner);
  return tokenizer ? { tokenizer, noise: noiseLevel.of(owner).peek(), cards } : null;
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

/** Keeps the team informed that this device adds something of its own, and of nothing else about it. */
export function startOwnText(owner: Session): void {
  let told: boolean | null = null;
  owner.watch(() => {
    const adds = ownText.of(owner).value?.ok === true || ownCards.of(owner).value.length > 0;
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
