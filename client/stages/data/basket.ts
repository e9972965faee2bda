/** The lab's one basket as this page shows it: what the server knows, with this player's own changes that are still on their way. */

import { computed, effect, signal } from '@preact/signals';
import {
  EMPTY_BASKET,
  withChange,
  type BasketChange,
} from '../../../shared/game/stages/data/basket-changes.ts';
import type { DataPlan } from '../../../shared/game/stages/data/plan.ts';
import { isSamePlan } from '../../../shared/game/same-plan.ts';
import { session } from '../../session/current.ts';
import { perSeat } from '../../session/per-seat.ts';
import type { Session } from '../../session/session.ts';

/** So long a change that was taken is waited for until the view shows it; a teammate may have changed the same thing since. */
const SHOWN_MS = 1000;

/** True where two changes are of the same thing, so that the later one makes the earlier one pointless. */
function isOfSameThing(a: BasketChange, b: BasketChange): boolean {
  const thing = (change: BasketChange): string =>
    JSON.stringify(Object.entries(change).map(([name, value]) => (name === 'kind' ? value : name)));
  return thing(a) === thing(b);
}

/** What it needs of a session. */
type Owner = Pick<Session, 'standpoint' | 'send' | 'toasts'>;

export class OwnBasket {
  /** Oldest first; the first is being sent. */
  readonly #changes = signal<readonly BasketChange[]>([]);
  readonly #owner: Owner;
  #isSending = false;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** What the server has, or the lab has agreed on. */
  readonly #known = computed(() => {
    const own = this.#owner.standpoint.value?.team.own;
    return { agreed: own?.plans.data ?? null, plan: own?.basket.plan ?? EMPTY_BASKET.plan };
  });

  readonly plan = computed<DataPlan>(() => {
    const { agreed, plan } = this.#known.value;
    return agreed ?? this.#changes.value.reduce(withChange, plan);
  });

  change(change: BasketChange): void {
    const [first, ...later] = this.#changes.peek();
    const kept = later.filter((other) => !isOfSameThing(other, change));
    this.#changes.value = first ? [first, ...kept, change] : [change];
    if (!this.#isSending) void this.#sendAll();
  }

  /** One after the other: a slider that is dragged sends no more than the line can carry. */
  async #sendAll(): Promise<void> {
    this.#isSending = true;
    for (;;) {
      const [change] = this.#changes.peek();
      if (!change) break;
      const reply = await this.#owner.send({ type: 'data/basket', change }, true);
      if (reply.ok) await this.#shown(change);
      /* What the lab has decided meanwhile is no news. */ else if (
        reply.error.code !== 'plan/already_committed'
      )
        this.#owner.toasts.showError(reply.error);
      this.#changes.value = this.#changes.peek().slice(1);
    }
    this.#isSending = false;
  }

  /** Resolves when the view shows the change, so that nothing jumps back in between. */
  #shown(change: BasketChange): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(), SHOWN_MS);
      const stop = effect(() => {
        const { agreed, plan } = this.#known.value;
        if (agreed || isSamePlan(withChange(plan, change), plan)) queueMicrotask(() => settle());
      });
      const settle = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
    });
  }
}

const ownBasket = perSeat((owner) => new OwnBasket(owner));

/** What lies in the basket; once the lab has agreed, what it agreed on. */
export function basketPlan(): DataPlan {
  return ownBasket().plan.value;
}

/** Changes one thing in the basket, for everybody of the lab. */
export function changeBasket(change: BasketChange): void {
  ownBasket.of(session.peek()).change(change);
}
