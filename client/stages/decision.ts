/** How a team's decision stands: what is proposed, who is for it, and whether it is made. */

import { playingTeams } from '../../shared/game/sync/view.ts';
import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PlanStage } from '../../shared/lifecycle.ts';
import type { Player, Proposal } from '../../shared/game/match.ts';
import type { Standpoint } from '../session/standpoint.ts';

export interface Decision {
  committed: boolean;
  /** True where the clock chose. */
  defaulted: boolean;
  /** Proposals of this stage, the most-agreed first. */
  proposals: Proposal[];
  /** The proposal that this player is for, if any. */
  mine: Proposal | null;
  /** Voices for a strict majority of the connected members. */
  needed: number;
  /** True when one person decides alone. */
  alone: boolean;
  /** Teams with players that have decided, and how many there are. */
  othersDone: number;
  othersCount: number;
}

export function decisionOf({ match, team, members, me }: Standpoint, stage: PlanStage): Decision {
  const connected = members.filter((member) => member.connected).length;
  const playing = playingTeams(match);
  const proposals = (team.own?.proposals ?? [])
    .filter((proposal) => proposal.proposed.stage === stage)
    .sort((a, b) => b.agreedIds.length - a.agreedIds.length);
  return {
    committed: team.committed.includes(stage),
    defaulted: team.defaulted.includes(stage),
    proposals,
    mine: proposals.find((proposal) => proposal.agreedIds.includes(me.id)) ?? null,
    needed: Math.floor(connected / 2) + 1,
    alone: connected <= 1,
    othersDone: playing.filter((other) => other.committed.includes(stage)).length,
    othersCount: playing.length,
  };
}

/** A player's name, also when they have left. */
export function nameOf(players: readonly Player[], id: string): string {
  return players.find((player) => player.id === id)?.name ?? '?';
}

/** A busy flag for a promise that a button starts, so that a double tap sends once. */
export function useBusy(): [Signal<boolean>, (work: () => Promise<unknown>) => void] {
  const busy = useSignal(false);
  useEffect(() => () => void (busy.value = false), []);
  return [
    busy,
    (work) => {
      if (busy.value) return;
      busy.value = true;
      void work().finally(() => (busy.value = false));
    },
  ];
}
