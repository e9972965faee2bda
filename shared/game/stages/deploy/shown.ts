/** Reads what a page, or a bot, is shown of the town's day, and of its own lab's product. */

import type { DeployView, ShopView } from './view.ts';

interface Views {
  views: Readonly<Record<string, unknown>>;
}

/** Null in a match without such a day, and before there is one. */
export function dayOf({ views }: Views): DeployView | null {
  return (views.deploy as DeployView | null | undefined) ?? null;
}

/** Null for a lab of others. */
export function shopOf({ own }: { own: Views | null }): ShopView | null {
  return (own?.views.deploy as ShopView | null | undefined) ?? null;
}
