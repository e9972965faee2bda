/** The three ways a scene is composed: the size it is designed at, and how paper is cut at that size. */
import type { SceneLayout } from './options.ts';
import type { PaperStyle } from './paper.ts';

export interface LayoutSpec {
  design: { width: number; height: number };
  style: PaperStyle;
}

export const LAYOUTS: Record<SceneLayout, LayoutSpec> = {
  strip: {
    design: { width: 360, height: 170 },
    style: { outline: 2, bow: 1.1, shadow: { right: 1.5, down: 2.5, blur: 1.2 } },
  },
  stage: {
    design: { width: 880, height: 768 },
    style: { outline: 2.5, bow: 1.7, shadow: { right: 2, down: 4, blur: 1.8 } },
  },
  wall: {
    design: { width: 1920, height: 1080 },
    style: { outline: 4, bow: 2.8, shadow: { right: 3, down: 6, blur: 2.6 } },
  },
};
