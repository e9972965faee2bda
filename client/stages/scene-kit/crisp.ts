/** Keeps small letters sharp: their pixels fall on the screen's pixels; and knows which are too small to read. */

/** What is needed of a piece of canvas text. */
export interface Snappable {
  width: number;
  height: number;
  displayOriginX: number;
  displayOriginY: number;
  getWorldTransformMatrix(): { tx: number; ty: number; scaleX: number; scaleY: number };
}

/**
 * Shifts a text's origin by a fraction of a pixel, so that its upper left corner falls on a whole device pixel;
 * `anchor` is where the origin ought to be, as shares of width and height.
 */
export function snapToPixels(text: Snappable, anchor: { x: number; y: number }): void {
  const { tx, ty, scaleX, scaleY } = text.getWorldTransformMatrix();
  text.displayOriginX = snapped(tx, anchor.x * text.width, scaleX);
  text.displayOriginY = snapped(ty, anchor.y * text.height, scaleY);
}

function snapped(at: number, origin: number, scale: number): number {
  const corner = at - origin * scale;
  return origin + (corner - Math.round(corner)) / scale;
}

/** Smaller letters, in CSS pixels, nobody reads. */
const LEAST_LETTERS_PX = 7;

/** Whether letters of this size are worth drawing: a small picture leaves out what the panel says, too. */
export function isReadable(sizeCssPx: number): boolean {
  return sizeCssPx >= LEAST_LETTERS_PX;
}
