/** Goes on with the matches of processes that are gone: each is back with its seats, its room and its clocks paused. */

import { logError, logWarning } from '../log.ts';
import { restoreHosted } from '../hosting/hosted.ts';
import type { Claim, ClaimedMatch } from '../store/ports.ts';
import { openRoom, type Hosting } from './host-match.ts';

/** While one waits for the disk others are read; few, for each has tens of megabytes on their way. */
const AT_A_TIME = 6;

async function recover(hosting: Hosting, claimed: ClaimedMatch): Promise<void> {
  const restored = await restoreHosted(claimed, hosting);
  if (!('kind' in restored)) {
    try {
      await openRoom(hosting, restored, claimed, await hosting.store.seats(claimed.id));
    } catch (error) {
      /* It must not be forgotten: the next process may have more luck. */
      await restored.leave();
      throw error;
    }
  } else if (restored.kind === 'other rules') {
    await hosting.directory.close(claimed, 'match/other_rules');
    logWarning(
      `match ${claimed.code} was written by version ${restored.rulesVersion} of the rules and can't be played on`,
    );
  }
}

/**
 * The oldest first, each when there is a hand free for it, so that several processes share those of one that is gone. One that
 * can't be brought back stays in the store, and does not keep the others from it. `claim` says which processes count as gone.
 */
export async function recoverMatches(hosting: Hosting, claim: Omit<Claim, 'most'> = {}): Promise<void> {
  const work = async (): Promise<void> => {
    for (;;) {
      const [claimed] = await hosting.store.claimMatches({ ...claim, most: 1 });
      if (!claimed) return;
      try {
        await recover(hosting, claimed);
      } catch (error) {
        logError(`match ${claimed.code} could not be brought back`, error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}
