/** What a stage brings to the page: each stage's folder has one of these in its `entry.ts`, and registry.ts lists them. */

import type { FunctionComponent } from 'preact';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import type { Standpoint } from '../session/standpoint.ts';
import type { Lazy } from './lazy.ts';
import type { Picture } from './picture.ts';

export interface StageEntry {
  /** What its scene shows, and the same in words; drawing it is loaded when it is wanted. */
  picture: Picture<unknown>;
  /** The player's panel. */
  view: Lazy<FunctionComponent<{ standpoint: Standpoint }>>;
  /** What the projector shows in place of the usual; absent where the usual will do. */
  wall?: Lazy<Wall>;
  /** What people without a lab may do or see; absent where there is nothing but the stage's name. */
  audience?: Lazy<FunctionComponent<{ match: MatchView }>>;
  /** Whether each lab decides on something before the stage can end. */
  hasDecision: boolean;
  /** What comes next where the stage stays for one more part; null where the next stage comes. */
  nextPart?(match: MatchView): string | null;
  /** What the console says of a lab while the stage is on. */
  labLine: Lazy<LabLine>;
  /** What all labs lose when the stage begins again; absent where it never can. */
  repeatLoses?(): string;
  /** Why the stage can't begin again, where that may be. */
  noRepeat?(): string;
  /** A card of the stage's own on the console. */
  consoleCard?: Lazy<FunctionComponent<{ match: MatchView }>>;
}

/** Where a lab stands, in short facts: what it has or wants, and what it waits for. */
export type LabLine = (match: MatchView, team: TeamView) => string[];

export interface WallProps {
  match: MatchView;
  /** What one pixel of a wall of 1920 x 1080 comes to here. */
  unitPx: number;
}

/** A stage on the projector. What it leaves out is as in every stage. */
export interface Wall {
  /** The large part; else the stage's scene. */
  Main?: FunctionComponent<WallProps>;
  /** Cards beside it, under the stage's name. */
  Side?: FunctionComponent<WallProps>;
  /** What stands below; else the labs, and which of them have decided. */
  Foot?: FunctionComponent<WallProps>;
  /** The sentence under the stage's name; else the one in the stage's words. */
  lead?(match: MatchView): string;
  /** How far everybody is; else how many labs have decided, or how many players there are. */
  progress?(match: MatchView): string | null;
  /** Whether the way into the match gives up its place. */
  hidesCode?(match: MatchView): boolean;
}
