/** Where everything stands in the machine hall, in the design pixels of each layout. */
import type { MachineKind } from '../scene-kit/machines.ts';
import type { SceneLayout } from '../scene-kit/options.ts';

interface Slot {
  kind: MachineKind;
  x: number;
  y: number;
  width: number;
}

export interface Hall {
  core: { x: number; y: number; scale: number };
  floorY: number;
  windows: { x: number; y: number; width: number }[];
  slots: Slot[];
  mouth: { x: number; y: number; width: number };
  text: { x: number; y: number; sizePx: number; lineHeight: number; columns: number };
  chuteWidth: number;
}

export const HALLS: Record<SceneLayout, Hall> = {
  strip: {
    core: { x: 116, y: 14, scale: 0.31 },
    floorY: 122,
    windows: [
      { x: -24, y: 8, width: 38 },
      { x: 66, y: 8, width: 38 },
      { x: 256, y: 8, width: 38 },
      { x: 346, y: 8, width: 38 },
    ],
    slots: [
      { kind: 'mini', x: 57, y: 54, width: 46 },
      { kind: 'mini', x: 257, y: 54, width: 46 },
      { kind: 'mini', x: 5, y: 54, width: 46 },
      { kind: 'mini', x: 309, y: 54, width: 46 },
    ],
    mouth: { x: 108, y: 50, width: 144 },
    text: { x: 119, y: 66, sizePx: 11, lineHeight: 15, columns: 18 },
    chuteWidth: 20,
  },
  stage: {
    core: { x: 234, y: 176, scale: 1 },
    floorY: 560,
    windows: [
      { x: 34, y: 110, width: 130 },
      { x: 206, y: 92, width: 130 },
      { x: 540, y: 92, width: 130 },
      { x: 712, y: 110, width: 130 },
    ],
    slots: [
      { kind: 'rack', x: 22, y: 344, width: 202 },
      { kind: 'laptop', x: 652, y: 440, width: 210 },
      { kind: 'phone', x: 678, y: 190, width: 188 },
      { kind: 'phone', x: 20, y: 92, width: 188 },
    ],
    mouth: { x: 276, y: 292, width: 326 },
    text: { x: 302, y: 340, sizePx: 21, lineHeight: 31, columns: 21 },
    chuteWidth: 64,
  },
  wall: {
    core: { x: 641, y: 146, scale: 1.55 },
    floorY: 800,
    windows: [
      { x: 60, y: 150, width: 190 },
      { x: 330, y: 130, width: 190 },
      { x: 1400, y: 130, width: 190 },
      { x: 1670, y: 150, width: 190 },
    ],
    slots: [
      { kind: 'rack', x: 46, y: 478, width: 290 },
      { kind: 'rack', x: 1584, y: 478, width: 290 },
      { kind: 'laptop', x: 352, y: 612, width: 284 },
      { kind: 'laptop', x: 1286, y: 612, width: 284 },
      { kind: 'phone', x: 352, y: 250, width: 270 },
      { kind: 'phone', x: 1300, y: 250, width: 270 },
    ],
    mouth: { x: 706, y: 326, width: 505 },
    text: { x: 745, y: 402, sizePx: 32, lineHeight: 48, columns: 21 },
    chuteWidth: 100,
  },
};
