/** A painter on this device: it takes its lab's pictures and weights, and trains a part at a time. It runs in a worker of the page. */

import { encodePainted, decodePainted } from '../../../shared/game/wire/painted.ts';
import type { PaintLessons } from '../../../shared/game/wire/routes.ts';
import { Painter } from '../../../shared/image/painter.ts';
import { painterSpec } from '../../../shared/image/tensors.ts';
import { trainPainter, type TrainingPictures } from '../../../shared/image/train.ts';
import { createScalarHost, createWasmHost, detectSimd } from '../../../shared/nn/wasm/host.ts';
import { createRandom } from '../../../shared/random.ts';
import { PALETTE } from '../../../shared/world/pictures/palette.ts';

/** Steps of a training: those of a part, and of all. */
export interface PaintPart {
  from: number;
  steps: number;
  stepsTotal: number;
  seed: number;
}

export class LabPainter {
  #painter: Painter | null = null;
  #lessons: TrainingPictures | null = null;
  /** After how many steps its weights are; null where they are none that the match has. */
  #at: number | null = null;

  /** Begins with these pictures, and with the painter's shape. */
  async open(
    { pictures, words, vocabularySize }: PaintLessons,
    shape: { width: number; layers: number },
  ): Promise<void> {
    const config = { ...shape, words: vocabularySize, colors: PALETTE.length };
    this.#painter = new Painter(config, await (detectSimd() ? createWasmHost() : createScalarHost()));
    this.#lessons = {
      palette: PALETTE,
      pictures: pictures.map((pixels) => Uint8Array.from(pixels, (digit) => parseInt(digit, 16))),
      words,
    };
    this.#at = null;
  }

  /** Whether it has the weights of then, and knows how it came to them. */
  holds(steps: number): boolean {
    return this.#at === steps;
  }

  /** Takes weights, encoded by `encodePainted`. Throws on what is no painter of this shape. */
  load(bytes: Uint8Array, steps: number): void {
    const painter = this.#painter;
    if (!painter) throw new Error('painter: not open');
    const read = decodePainted(bytes, painterSpec(painter.config).parameterCount);
    if (!read.ok) throw new Error(`painter: ${read.error.code}`);
    painter.load(read.value.weights);
    this.#at = steps;
  }

  /** Trains a part from the weights that it has; returns what it came to, encoded. */
  train({ from, steps, stepsTotal, seed }: PaintPart): Uint8Array<ArrayBuffer> {
    if (!this.#painter || !this.#lessons || this.#at !== from) throw new Error('painter: has other weights');
    let [sum, count] = [0, 0];
    const training = trainPainter(this.#painter, this.#lessons, createRandom(seed), (done) =>
      done < steps ? (from + done) / stepsTotal : 1,
    );
    for (const { loss } of training) [sum, count] = [sum + loss, count + 1];
    this.#at = from + steps;
    return encodePainted({ weights: this.#painter.weights(), loss: sum / count });
  }
}
