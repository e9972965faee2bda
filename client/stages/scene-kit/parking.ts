/** Sets equal things out in rows: as large as they fit, each row centered. */
import type { Box } from './options.ts';

export interface Parking {
  /** Width of each thing. */
  width: number;
  /** Upper left corner of each thing that has room. */
  places: { x: number; y: number }[];
}

/**
 * Places for `count` things of the given height-to-width ratio in a box. They are as wide as possible between
 * `minWidth` and `maxWidth`; when not all fit at `minWidth`, there are fewer places than things.
 */
export function park(
  count: number,
  box: Box,
  thing: { ratio: number; minWidth: number; maxWidth: number; gap: number },
): Parking {
  const most = Math.max(1, Math.floor((box.width + thing.gap) / (thing.minWidth + thing.gap)));
  let best = { width: 0, columns: 1, rows: 1 };
  for (let columns = 1; columns <= Math.min(most, Math.max(1, count)); columns++) {
    const rows = Math.ceil(count / columns);
    const width = Math.min(
      thing.maxWidth,
      (box.width - (columns - 1) * thing.gap) / columns,
      (box.height - (rows - 1) * thing.gap) / rows / thing.ratio,
    );
    if (width > best.width + 0.01) best = { width, columns, rows };
  }
  if (best.width < thing.minWidth) {
    const height = thing.minWidth * thing.ratio;
    const rows = Math.max(1, Math.floor((box.height + thing.gap) / (height + thing.gap)));
    best = { width: thing.minWidth, columns: most, rows };
  }
  const { width, columns, rows } = best;
  const shown = Math.min(count, columns * rows);
  const height = width * thing.ratio;
  const used = Math.ceil(shown / columns);
  const top = box.y + box.height - used * height - (used - 1) * thing.gap;
  const places = Array.from({ length: shown }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, shown - row * columns);
    const left = box.x + (box.width - inRow * width - (inRow - 1) * thing.gap) / 2;
    return { x: left + (index % columns) * (width + thing.gap), y: top + row * (height + thing.gap) };
  });
  return { width, places };
}

/** The first of a list as far as there is room; your own is always among them, in the last place if need be. */
export function keepYours<T>(all: readonly T[], room: number, isYours: (one: T) => boolean): T[] {
  const shown = all.slice(0, room);
  const yours = all.find(isYours);
  if (yours !== undefined && room > 0 && !shown.includes(yours)) shown[room - 1] = yours;
  return shown;
}
