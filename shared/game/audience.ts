/** The audience: people without a lab, who look on and vote where everybody may. */

import { findWatcher } from './members.ts';
import { lookUp, put, takeOut } from './look-up.ts';
import { fail, type Result } from './result.ts';
import { done, hostMove, systemMove, type Context, type MoveTable } from './stage.ts';
import { allRules } from './stages/registry.ts';

/** A school hall; each of them costs the room a socket. */
export const MAX_AUDIENCE = 120;

function watch({ match }: Context, watcherId: string): Result<void> {
  /* Strangers' votes decide over ratings, and anybody could bring more of them. */
  if (match.settings.quick === 'public') return fail('lobby/no_audience');
  if (match.locked) return fail('lobby/locked');
  if (Object.keys(match.audience).length >= MAX_AUDIENCE)
    return fail('lobby/audience_full', { most: MAX_AUDIENCE });
  /* Ids are drawn anew for every seat. */
  if (lookUp(match.audience, watcherId) || lookUp(match.players, watcherId))
    return fail('protocol/bad_message');
  put(match.audience, watcherId, { id: watcherId, connected: false });
  for (const rules of allRules) rules.enterMatch?.(match, watcherId);
  return done();
}

/** All of them go, and open votes of theirs with them. */
function dismiss({ match }: Context): Result<void> {
  for (const id of Object.keys(match.audience)) {
    takeOut(match.audience, id);
    for (const rules of allRules) rules.leaveMatch?.(match, id);
  }
  return done();
}

export const AUDIENCE_MOVES = {
  'seat/watch': systemMove<{ watcherId: string }>((context, { watcherId }) => watch(context, watcherId)),
  'seat/watching': systemMove<{ watcherId: string; connected: boolean }>(
    ({ match }, { watcherId, connected }) => {
      const found = findWatcher(match, watcherId);
      if (!found.ok) return found;
      found.value.connected = connected;
      return done();
    },
  ),
  'host/dismiss-audience': hostMove({}, dismiss),
} satisfies MoveTable;
