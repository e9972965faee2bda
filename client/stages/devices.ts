/** Devices as scenes show them. */

import type { MatchView } from '../../shared/game/sync/view.ts';

/** A device that takes part, as the room measured it. */
export interface SceneDevice {
  id: string;
  name: string;
  /** Measured training speed; null until the probe has answered. */
  tokensPerSecond: number | null;
  /** True for the device this picture is shown on. */
  you: boolean;
}

export function devicesOf(
  match: MatchView,
  teamId: string | null,
  playerId: string | null,
): (SceneDevice & { teamId: string })[] {
  return match.players
    .filter((player) => player.connected && (teamId === null || player.teamId === teamId))
    .map((player) => ({
      id: player.id,
      name: player.name,
      tokensPerSecond: player.device?.tokensPerSecond ?? null,
      you: player.id === playerId,
      teamId: player.teamId,
    }));
}
