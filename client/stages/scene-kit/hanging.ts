/** A wall with frames, in which small pictures hang: the scene of all stages in which labs paint. */
import { PALETTE, SIDE } from '../../../shared/world/pictures/palette.ts';
import type { HangingState } from '../hanging-picture.ts';
import { drawFloor } from './backdrop.ts';
import type { Box } from './options.ts';
import { PaperScene, type LivePicture, type Words } from './scene.ts';

/** Frames of each layout, in rows, and where the wall meets the floor. */
const WALLS = {
  strip: { columns: 6, rows: 1, frame: 48, gap: 9, top: 54, floorY: 132, headPx: 15 },
  stage: { columns: 4, rows: 2, frame: 168, gap: 36, top: 148, floorY: 640, headPx: 34 },
  wall: { columns: 6, rows: 2, frame: 236, gap: 60, top: 230, floorY: 920, headPx: 52 },
};

/** The scene of pictures on a wall. */
export function createScene(key: string): PaperScene<HangingState> {
  return new Hanging(key);
}

class Hanging extends PaperScene<HangingState> {
  private heading!: Words;
  private frames: LivePicture[] = [];
  private shown: readonly string[] = [];

  protected compose(): void {
    const { columns, rows, frame, gap, top, floorY, headPx } = WALLS[this.layout];
    const { view } = this;
    this.slip(
      { x: view.x - 9, y: view.y - 9, width: view.width + 18, height: view.height + 18 },
      this.stock.wall,
      { outline: false, shadow: false },
    );
    drawFloor(this, floorY, this.stock.wall2);
    const middle = view.x + view.width / 2;
    this.heading = this.words('', { x: middle, y: top / 2, sizePx: headPx, voice: 'title', align: 'center' });
    const left = middle - (columns * frame + (columns - 1) * gap) / 2;
    const rim = frame * 0.07;
    this.frames = Array.from({ length: columns * rows }, (_, i) => {
      const x = left + (i % columns) * (frame + gap);
      const y = top + Math.floor(i / columns) * (frame + gap);
      const wood = { x: x - rim, y: y - rim, width: frame + 2 * rim, height: frame + 2 * rim };
      this.slip(wood, i % 2 ? this.stock.kraft : this.stock.mustard, { seed: i });
      const box = { x, y, width: frame, height: frame };
      return this.live(box, (context) => this.draw(context, box, this.shown[i]));
    });
  }

  protected apply({ heading, pictures }: HangingState): void {
    this.heading.setText(heading);
    const before = this.shown;
    this.shown = pictures.map(({ pixels }) => pixels);
    this.frames.forEach((frame, i) => {
      if (before[i] !== this.shown[i]) frame.redraw();
    });
  }

  private draw(context: CanvasRenderingContext2D, { width }: Box, pixels: string | undefined): void {
    context.fillStyle = this.night ? '#3A3648' : '#EFE6D2';
    context.fillRect(0, 0, width, width);
    if (pixels === undefined) return;
    const size = width / SIDE;
    [...pixels].forEach((digit, at) => {
      context.fillStyle = `rgb(${PALETTE[parseInt(digit, 16)].join(' ')})`;
      /* A little larger, so that no line shows between two. */
      context.fillRect((at % SIDE) * size, Math.floor(at / SIDE) * size, size + 0.5, size + 0.5);
    });
  }
}
