/** How pieces of a scene are placed, cut, lettered and moved. */
import type { FONTS, Theme } from '../../ui/tokens.ts';

/** How a scene is composed: above the panel, beside it, or on the projector. */
export type SceneLayout = 'strip' | 'stage' | 'wall';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface SceneSettings {
  layout: SceneLayout;
  reducedMotion: boolean;
  theme: Theme;
  /** Device pixels per CSS pixel. */
  pixelRatio: number;
}

export interface PlaceOptions {
  /** Each object has one shadow; pieces laid on an object have none. True unless told. */
  shadow?: boolean;
  /** Replaces `currentColor` in a sprite. */
  color?: string;
  angle?: number;
  flipX?: boolean;
}

export interface CutOptions extends PlaceOptions {
  seed?: number;
  /** Far things have no outline. True unless told. */
  outline?: boolean;
  bow?: number;
}

export interface WordsOptions {
  x: number;
  y: number;
  sizePx: number;
  voice?: keyof typeof FONTS;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right';
  /** Vertical anchor: 0 top, 0.5 middle (unless told), 1 bottom. */
  anchorY?: number;
  wrapWidth?: number;
  /** Longer text is cut with an ellipsis. */
  maxWidth?: number;
  lineHeight?: number;
}

/** How a change is shown: eased when `animate`, else at once. */
export interface Motion {
  animate: boolean;
  ms?: number;
  delayMs?: number;
  ease?: string;
  /** Called at every step, also at the end. */
  step?: () => void;
  done?: () => void;
}
