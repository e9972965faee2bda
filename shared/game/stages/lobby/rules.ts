/** The lobby: people come in, take their places, and have their devices measured; the host begins. */

import type { StageRules } from '../../stage.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    lobby: never;
  }
}

export const lobbyRules = {
  name: 'lobby',
  clock: { workshop: null, short: null, long: null, rehearsal: null },
  moves: {},
  mayBeginAgain: () => false,
} satisfies StageRules;
