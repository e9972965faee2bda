/** Examples of text moved onto whole pixels. */
import { describe, expect, it } from 'vitest';
import { snapToPixels } from './crisp.ts';
import type { Snappable } from './crisp.ts';

function textAt(tx: number, width: number, scale: number): Snappable {
  const matrix = { tx, ty: 0, scaleX: scale, scaleY: scale };
  return { width, height: 10, displayOriginX: 0, displayOriginY: 0, getWorldTransformMatrix: () => matrix };
}

describe('snapToPixels', () => {
  it.each([
    [100, 31, 1],
    [100.3, 30, 2],
    [57.77, 41.5, 1.5],
  ])('puts a text centered at %d, %d wide, drawn at scale %d, on a whole pixel', (tx, width, scale) => {
    const text = textAt(tx, width, scale);
    snapToPixels(text, { x: 0.5, y: 0 });
    const corner = tx - text.displayOriginX * scale;
    expect(corner).toBeCloseTo(Math.round(corner), 6);
    expect(Math.abs(text.displayOriginX - width / 2)).toBeLessThanOrEqual(0.5 / scale + 1e-9);
  });

  it('does not drift when called again', () => {
    const text = textAt(10.4, 33, 1);
    snapToPixels(text, { x: 0.5, y: 0.5 });
    const once = text.displayOriginX;
    snapToPixels(text, { x: 0.5, y: 0.5 });
    expect(text.displayOriginX).toBe(once);
  });
});
