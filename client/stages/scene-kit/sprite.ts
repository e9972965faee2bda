/** Draws the vector sprites of assets/sprites on a 2D canvas: at any size, with the outline the layout asks for. */

/** Strokes thinner than this (in sprite units) are outlines and keep the layout's width; thicker ones are limbs. */
const LIMB_WIDTH = 4.2;
/** The outline that sprites are drawn with at their own size. */
const AUTHORED_OUTLINE = 2.5;

export interface SpritePaint {
  /** Replaces `currentColor`. */
  color?: string;
  /** Maps every literal color (upper case `#RRGGBB`) to the theme's own. */
  recolor: (color: string) => string;
  /** The layout's outline in sprite units, so that it is equally wide on every sprite. */
  outline: number;
}

export interface Sprite {
  /** Width and height of the view box, in sprite units. */
  width: number;
  height: number;
  /** How many top-level elements it has. */
  layers: number;
  /** Draws with the view box's corner at the origin: everything, or one top-level element. */
  draw(context: CanvasRenderingContext2D, paint: SpritePaint, layer?: number): void;
}

interface Pen {
  fill: string;
  stroke: string;
  strokeWidth: number;
}

const parsed = new Map<string, Sprite>();

/**
 * Reads the subset of SVG that our sprites keep to: `g`, `path`, `circle`, `ellipse`; `transform`, `fill`, `stroke`,
 * `stroke-width`, `opacity`. Joins and caps are always round.
 */
export function readSprite(svg: string): Sprite {
  const known = parsed.get(svg);
  if (known) return known;
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const [left, top, width, height] = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (!(width > 0 && height > 0)) throw new Error('A sprite needs a viewBox');
  const sprite: Sprite = {
    width,
    height,
    layers: root.children.length,
    draw(context, paint, layer) {
      context.save();
      context.translate(-left, -top);
      context.lineJoin = 'round';
      context.lineCap = 'round';
      const pen: Pen = { fill: '#000000', stroke: 'none', strokeWidth: 1 };
      drawElement(context, layer === undefined ? root : root.children[layer], paint, pen);
      context.restore();
    },
  };
  parsed.set(svg, sprite);
  return sprite;
}

function drawElement(
  context: CanvasRenderingContext2D,
  element: Element,
  paint: SpritePaint,
  inherited: Pen,
): void {
  const pen: Pen = {
    fill: element.getAttribute('fill') ?? inherited.fill,
    stroke: element.getAttribute('stroke') ?? inherited.stroke,
    strokeWidth: Number(element.getAttribute('stroke-width') ?? inherited.strokeWidth),
  };
  context.save();
  transform(context, element.getAttribute('transform'));
  context.globalAlpha *= Number(element.getAttribute('opacity') ?? 1);
  const shape = outlineOf(element);
  if (shape) {
    const fill = ink(pen.fill, paint);
    if (fill) fillPath(context, shape, fill);
    const stroke = ink(pen.stroke, paint);
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth =
        pen.strokeWidth >= LIMB_WIDTH
          ? pen.strokeWidth
          : (pen.strokeWidth / AUTHORED_OUTLINE) * paint.outline;
      context.stroke(shape);
    }
  }
  for (const child of element.children) drawElement(context, child, paint, pen);
  context.restore();
}

/** Fills a path with one flat color: paper has no gradients. */
export function fillPath(context: CanvasRenderingContext2D, path: Path2D, color: string): void {
  context.fillStyle = color;
  context.fill(path);
}

function ink(color: string, paint: SpritePaint): string | null {
  if (color === 'none') return null;
  if (color === 'currentColor') return paint.color ?? '#000000';
  return paint.recolor(color.toUpperCase());
}

function outlineOf(element: Element): Path2D | null {
  const number = (name: string): number => Number(element.getAttribute(name) ?? 0);
  switch (element.tagName) {
    case 'path':
      return new Path2D(element.getAttribute('d') ?? '');
    case 'circle': {
      const shape = new Path2D();
      shape.arc(number('cx'), number('cy'), number('r'), 0, Math.PI * 2);
      return shape;
    }
    case 'ellipse': {
      const shape = new Path2D();
      shape.ellipse(number('cx'), number('cy'), number('rx'), number('ry'), 0, 0, Math.PI * 2);
      return shape;
    }
    default:
      return null;
  }
}

function transform(context: CanvasRenderingContext2D, list: string | null): void {
  for (const [, name, values] of (list ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a, b = 0, c] = values
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (name === 'translate') context.translate(a, b);
    if (name === 'scale') context.scale(a, values.trim().includes(' ') ? b : a);
    if (name === 'rotate') {
      const radians = (a * Math.PI) / 180;
      if (c === undefined) context.rotate(radians);
      else {
        context.translate(b, c);
        context.rotate(radians);
        context.translate(-b, -c);
      }
    }
  }
}
