/** The picture of a stage: what its scene is told of the match, the sentences that say the same, and how it is drawn. */

import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import type { PaperScene } from './scene-kit/scene.ts';

/** Who looks: a player's team and id, or null for the projector, which looks at the leading team. */
export interface Viewer {
  team: TeamView;
  playerId: string | null;
}

/** Each stage has one; its state is plain data, measured values. */
export interface Picture<State> {
  of(match: MatchView, viewer: Viewer): State;
  /** The text twin, in one or two plain sentences: what the picture says, for those who can't see it. */
  describe(state: State): string;
  /** Loads what draws it, with Phaser. */
  scene(): Promise<{ createScene: (key: string) => PaperScene<State> }>;
}
