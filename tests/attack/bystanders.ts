/** Matches that nobody plays and nobody attacks: whatever happens elsewhere, nothing happens in them. */

import type { Stage } from '../../shared/lifecycle.ts';
import type { InnerLook, ServerProcess } from './server-process.ts';
import { note, type Tally } from './tally.ts';
import { traces } from './watched-match.ts';

export interface Bystanders {
  /** Their ids, for attackers to name. */
  ids: string[];
  /** Looks at them once more, and no more after that. */
  stop(): Promise<void>;
}

const STAGES: readonly Stage[] = ['lobby', 'data', 'arena'];
const LOOK_EVERY_MS = 2_000;

export async function watchBystanders(
  server: ServerProcess,
  tally: Tally,
  nextAddress: () => string | undefined,
): Promise<Bystanders> {
  const looks = new Map<string, InnerLook>();
  for (const stage of STAGES) {
    const { code } = await server.open(stage, nextAddress());
    looks.set(code, await server.look(code));
  }
  const ids = [...looks.values()].flatMap(({ teamIds, playerIds, pairIds }) => [
    ...teamIds,
    ...playerIds,
    ...pairIds,
  ]);
  const compare = async (): Promise<void> => {
    for (const [code, before] of looks) {
      const after = await server.look(code);
      looks.set(code, after);
      const found = [...traces(before, after), ...after.problems];
      if (after.byPeople !== before.byPeople) found.push('a move was applied from elsewhere');
      for (const finding of found) note(tally.stateChanges, `a bystander in ${after.stage}: ${finding}`);
    }
  };
  /* A server that has gone is found out elsewhere. */
  let comparing = Promise.resolve();
  const timer = setInterval(
    () => void (comparing = comparing.then(compare).catch(() => undefined)),
    LOOK_EVERY_MS,
  );
  return {
    ids,
    async stop() {
      clearInterval(timer);
      await comparing;
      await compare().catch(() => undefined);
    },
  };
}
