/** The lab's basket on one page: changes show at once, go out one by one, and give way when the server says no. */

import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_BASKET,
  withChange,
  type BasketChange,
} from '../../../shared/game/stages/data/basket-changes.ts';
import type { DataPlan } from '../../../shared/game/stages/data/plan.ts';
import { must } from '../../../shared/game/testing.ts';
import type { Reply } from '../../session/errors.ts';
import { standpointOf, type Standpoint } from '../../session/standpoint.ts';
import { Toasts } from '../../session/toasts.ts';
import { fixtureMatch } from '../fixture.ts';
import { OwnBasket } from './basket.ts';

/** Ada's page, and a server that answers when the test says so. */
function page() {
  const standpoint = signal<Standpoint | null>(must(standpointOf(fixtureMatch('data'), 'p0')));
  const sent: BasketChange[] = [];
  const waiting: ((reply: Reply<null>) => void)[] = [];
  const toasts = new Toasts();
  const show = (plan: DataPlan): void => {
    const now = must(standpoint.peek());
    const own = { ...must(now.team.own), basket: { plan, by: {} } };
    standpoint.value = { ...now, team: { ...now.team, own } };
  };
  const basket = new OwnBasket({
    standpoint,
    toasts,
    send(move) {
      if (move.type === 'data/basket') sent.push(move.change);
      return new Promise((resolve) => waiting.push(resolve));
    },
  });
  const answer = async (reply: Reply<null> = { ok: true, value: null }): Promise<void> => {
    must(waiting.shift())(reply);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { basket, sent, toasts, show, answer, purchases: () => basket.plan.value.purchases };
}

const stories = { kind: 'stories', portion: 'whole' } as const;
const weight = (to: number): BasketChange => ({ kind: 'stories', weight: to });

describe('the basket on a page', () => {
  it('shows a change at once, and keeps it until the server shows it too', async () => {
    const { basket, show, answer, purchases } = page();
    basket.change(stories);
    expect(purchases()).toEqual({ stories: 'whole' });
    await answer();
    expect(purchases()).toEqual({ stories: 'whole' });
    show(withChange(EMPTY_BASKET.plan, stories));
    expect(purchases()).toEqual({ stories: 'whole' });
  });

  it('shows what a teammate does meanwhile', () => {
    const { basket, show, purchases } = page();
    basket.change(stories);
    show(withChange(EMPTY_BASKET.plan, { kind: 'web', portion: 'half' }));
    expect(purchases()).toEqual({ stories: 'whole', web: 'half' });
  });

  it('sends one change at a time, and of a slider that moves only the last', async () => {
    const { basket, sent, show, answer } = page();
    basket.change(stories);
    for (const to of [31, 32, 33]) basket.change(weight(to));
    basket.change({ scrub: true });
    expect(sent).toEqual([stories]);
    show(withChange(EMPTY_BASKET.plan, stories));
    await answer();
    expect(sent).toEqual([stories, weight(33)]);
  });

  it('gives way when the server says no, and says why', async () => {
    const { basket, toasts, answer, purchases } = page();
    basket.change(stories);
    await answer({ ok: false, error: { code: 'data/over_budget', params: { cost: 120, budget: 100 } } });
    expect(purchases()).toEqual({});
    expect(toasts.list.value.map(({ tone }) => tone)).toEqual(['bad']);
  });
});
