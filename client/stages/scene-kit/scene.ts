/** The paper theater: what every Phaser scene of ours builds on (cut-outs, slips, words, eased motion, sleep), and the game. */
import { CANVAS, Game, Scale, Scene, WEBGL } from 'phaser';
import type { GameObjects, Textures } from 'phaser';
import { FONTS, PALETTE, recolorFor, STOCKS } from '../../ui/tokens.ts';
import type { Palette, Stocks } from '../../ui/tokens.ts';
import { blankCanvas, contextOf, makeCutout, makeGrain } from './cutout.ts';
import type { Cutout } from './cutout.ts';
import { LAYOUTS } from './layouts.ts';
import { isReadable, snapToPixels } from './crisp.ts';
import type {
  Box,
  CutOptions,
  Motion,
  PlaceOptions,
  SceneLayout,
  SceneSettings,
  WordsOptions,
} from './options.ts';
import { cutPath, handCutCorners } from './paper.ts';
import type { PaperStyle, Point } from './paper.ts';
import { fillPath, readSprite } from './sprite.ts';
import type { SpritePaint } from './sprite.ts';
import { hasFastWebGl } from './webgl.ts';

export type Picture = GameObjects.Image;
export type Words = GameObjects.Text;
export type Group = GameObjects.Container;

/** The group a piece lies in; without it, the scene itself. */
export interface InGroup {
  parent?: Group;
}

/** A picture that is drawn anew when its data changes. */
export interface LivePicture {
  image: Picture;
  redraw(): void;
}

const IDLE_FRAMES_BEFORE_SLEEP = 4;
const EASE_MS = 240;

/** What the pieces of a scene may use of it. */
export type SceneTools = Pick<
  PaperScene<unknown>,
  | 'sprite'
  | 'cut'
  | 'slip'
  | 'paint'
  | 'live'
  | 'words'
  | 'shorten'
  | 'group'
  | 'glide'
  | 'per'
  | 'style'
  | 'ink'
  | 'stock'
  | 'view'
  | 'night'
  | 'outline'
>;

/** A scene of paper cut-outs, composed once for its layout and then told what to show. */
export abstract class PaperScene<State> extends Scene {
  settings!: SceneSettings;
  style!: PaperStyle;
  ink!: Palette;
  stock!: Stocks;
  /** Device pixels per design pixel. */
  unit = 1;
  /** The part of the plane that can be seen, in design pixels: at least the layout's own box. */
  view!: Box;
  private root!: Group;
  private latest: State | null = null;
  private composed = false;
  private readonly cutouts = new Map<string, { key: string; padding: number }>();
  private readonly anchors = new Map<Words, { x: number; y: number }>();
  private readonly key: string;
  private textureCount = 0;
  private readonly textureKeys: string[] = [];
  private idleFrames = 0;
  private retired = false;

  constructor(key: string) {
    super(key);
    this.key = key;
  }

  /** Builds everything that is there from the start. */
  protected abstract compose(): void;
  /** Shows the state; `animate` is false for the first showing and with reduced motion. */
  protected abstract apply(state: State, animate: boolean): void;
  init(settings: SceneSettings): void {
    this.settings = settings;
  }

  create(): void {
    if (this.retired) return;
    this.rebuild();
    this.scale.on(Scale.Events.RESIZE, this.rebuild, this);
    this.events.on('prerender', () => {
      for (const [words, anchor] of this.anchors) snapToPixels(words, anchor);
    });
    /* Removing a scene destroys it without a shutdown; its objects go by themselves, textures do not. */
    this.events.once('destroy', () => {
      this.game.scale.off(Scale.Events.RESIZE, this.rebuild, this);
      this.composed = false;
      this.dropTextures();
    });
  }

  /** Nothing is drawn from here on: Phaser may still start a scene that was taken away while it was loading. */
  retire(): void {
    this.retired = true;
  }

  /** Shows the state: changes since the last call are eased, the first one is simply there. */
  show(state: State): void {
    const first = this.latest === null;
    this.latest = state;
    if (!this.composed || this.retired) return;
    this.apply(state, !first && !this.settings.reducedMotion);
    this.stir();
  }

  override update(): void {
    this.idleFrames = this.tweens.getTweens().length > 0 ? 0 : this.idleFrames + 1;
    /* A still picture costs nothing: training needs the processor more than we do. */
    if (this.idleFrames > IDLE_FRAMES_BEFORE_SLEEP) this.game.loop.sleep();
  }

  /** Wakes the loop: something is about to move. */
  stir(): void {
    this.idleFrames = 0;
    if (!this.game.loop.running) this.game.loop.wake(true);
  }

  get layout(): SceneLayout {
    return this.settings.layout;
  }

  get night(): boolean {
    return this.settings.theme === 'dark';
  }

  /** Picks this layout's value. */
  per<T>(values: Record<SceneLayout, T>): T {
    return values[this.settings.layout];
  }

  /** Eases properties of an object to their ends, or jumps there. */
  glide(target: object, ends: Record<string, number>, options: Motion): void {
    this.tweens.killTweensOf(target);
    if (!options.animate) {
      Object.assign(target, ends);
      options.step?.();
      options.done?.();
      return;
    }
    this.tweens.add({
      targets: target,
      ...ends,
      duration: options.ms ?? EASE_MS,
      delay: options.delayMs ?? 0,
      ease: options.ease ?? 'Cubic.easeOut',
      onUpdate: () => options.step?.(),
      onComplete: () => options.done?.(),
    });
    this.stir();
  }

  /** An empty group at a point, for what moves together. */
  group(x: number, y: number, parent: Group = this.root): Group {
    const group = this.add.container(x, y);
    parent.add(group);
    return group;
  }

  /** A sprite with its upper left corner at (x, y), `width` design pixels wide. */
  sprite(svg: string, x: number, y: number, width: number, options: PlaceOptions & InGroup = {}): Picture {
    const sprite = readSprite(svg);
    const scale = width / sprite.width;
    const box = { x, y, width, height: sprite.height * scale };
    const name = `${width}:${options.color ?? ''}:${options.shadow ?? true}:${svg}`;
    return this.place(box, name, options, (context) => {
      context.scale(scale, scale);
      sprite.draw(context, this.spritePaint(scale, options.color));
    });
  }

  /** What a sprite needs to be drawn by hand at the given scale, in the theme's colors. */
  spritePaint(scale: number, color?: string): SpritePaint {
    return { color, recolor: recolorFor(this.settings.theme), outline: this.style.outline / scale };
  }

  /** A polygon of paper with bowed edges. */
  cut(corners: readonly Point[], fill: string, options: CutOptions & InGroup = {}): Picture {
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    const box = { x: Math.min(...xs), y: Math.min(...ys), width: 0, height: 0 };
    box.width = Math.max(...xs) - box.x;
    box.height = Math.max(...ys) - box.y;
    const local = corners.map(([x, y]): Point => [x - box.x, y - box.y]);
    const seed = options.seed ?? Math.round(box.x * 7 + box.y * 13 + box.width);
    return this.place(box, null, options, (context) => {
      const path = new Path2D(cutPath(local, options.bow ?? this.style.bow, seed));
      fillPath(context, path, fill);
      if (options.outline ?? true) this.outline(context, path);
    });
  }

  /** A rectangle of paper, cut by hand. */
  slip(box: Box, fill: string = this.ink.sheet, options: CutOptions & InGroup = {}): Picture {
    const seed = options.seed ?? Math.round(box.x * 3 + box.y * 5 + box.width);
    return this.cut(handCutCorners(box, seed, this.style.outline * 1.2), fill, { ...options, seed });
  }

  /** A one-off cut-out, drawn in design pixels from the box's corner. */
  paint(
    box: Box,
    draw: (context: CanvasRenderingContext2D) => void,
    options: PlaceOptions & InGroup = {},
  ): Picture {
    return this.place(box, null, options, draw);
  }

  /** A cut-out that can be drawn again, without a shadow of its own. */
  live(box: Box, draw: (context: CanvasRenderingContext2D) => void, parent?: Group): LivePicture {
    const canvas = blankCanvas(Math.ceil(box.width * this.unit), Math.ceil(box.height * this.unit));
    const key = this.textureKey();
    const texture = this.addTexture(key, canvas);
    const redraw = (): void => {
      const context = contextOf(canvas);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.scale(this.unit, this.unit);
      context.lineJoin = 'round';
      context.lineCap = 'round';
      draw(context);
      texture?.source[0].update();
      this.stir();
    };
    redraw();
    const image = this.add.image(box.x + box.width / 2, box.y + box.height / 2, key);
    image.setScale(1 / this.unit);
    (parent ?? this.root).add(image);
    return { image, redraw };
  }

  /** Text at device resolution. The house speaks in `title`, people in `read`, a model always in `model`. */
  words(text: string, options: WordsOptions & InGroup): Words {
    const align = options.align ?? 'left';
    const style = [options.italic ? 'italic' : '', options.bold ? 'bold' : ''].join(' ').trim();
    const words = this.add.text(options.x, options.y, text, {
      fontFamily: FONTS[options.voice ?? 'read'],
      fontSize: `${options.sizePx}px`,
      fontStyle: style === '' ? 'normal' : style,
      color: options.color ?? this.ink.ink,
      align,
      resolution: this.unit,
      lineSpacing: options.lineHeight ? options.lineHeight - options.sizePx * 1.18 : 0,
      wordWrap: options.wrapWidth ? { width: options.wrapWidth, useAdvancedWrap: true } : undefined,
      padding: { x: 2, y: 2 },
    });
    const anchor = { x: { left: 0, center: 0.5, right: 1 }[align], y: options.anchorY ?? 0.5 };
    words.setOrigin(anchor.x, anchor.y);
    this.anchors.set(words, anchor);
    words.once('destroy', () => this.anchors.delete(words));
    if (options.maxWidth) this.shorten(words, text, options.maxWidth);
    words.setVisible(isReadable((options.sizePx * this.unit) / this.settings.pixelRatio));
    (options.parent ?? this.root).add(words);
    return words;
  }

  /** Cuts a text with an ellipsis until it fits. */
  shorten(words: Words, text: string, maxWidth: number): void {
    words.setText(text);
    for (let kept = text.length - 1; words.width > maxWidth && kept > 0; kept--) {
      words.setText(`${text.slice(0, kept).trimEnd()}…`);
    }
  }

  /** Strokes a path with the layout's ink outline. */
  outline(context: CanvasRenderingContext2D, path: Path2D, share = 1): void {
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.lineWidth = this.style.outline * share;
    context.strokeStyle = this.ink.outline;
    context.stroke(path);
  }

  private place(
    box: Box,
    name: string | null,
    options: PlaceOptions & InGroup,
    draw: (context: CanvasRenderingContext2D) => void,
  ): Picture {
    const known = name === null ? undefined : this.cutouts.get(name);
    const { key } = known ?? this.keep(name, this.cutOut(box, options.shadow ?? true, draw));
    const image = this.add.image(box.x + box.width / 2, box.y + box.height / 2, key);
    image
      .setScale(1 / this.unit)
      .setAngle(options.angle ?? 0)
      .setFlipX(options.flipX ?? false);
    (options.parent ?? this.root).add(image);
    return image;
  }

  private cutOut(box: Box, shadow: boolean, draw: (context: CanvasRenderingContext2D) => void): Cutout {
    const { width, height } = box;
    return makeCutout({ width, height, unit: this.unit, style: this.style, shadow, draw });
  }

  private keep(name: string | null, cutout: Cutout): { key: string; padding: number } {
    const kept = { key: this.textureKey(), padding: cutout.padding };
    this.addTexture(kept.key, cutout.canvas);
    if (name !== null) this.cutouts.set(name, kept);
    return kept;
  }

  /** A plain texture from a canvas: Phaser's own canvas textures read every pixel back, which costs half a second. */
  private addTexture(key: string, canvas: HTMLCanvasElement): Textures.Texture | null {
    const texture = this.textures.create(key, [canvas], canvas.width, canvas.height);
    texture?.add('__BASE', 0, 0, 0, canvas.width, canvas.height);
    return texture;
  }

  private textureKey(): string {
    const key = `${this.key}:${this.textureCount++}`;
    this.textureKeys.push(key);
    return key;
  }

  private rebuild(): void {
    if (this.retired) return;
    this.clear();
    const { design, style } = LAYOUTS[this.settings.layout];
    const { width, height } = this.scale.gameSize;
    this.style = style;
    this.ink = PALETTE[this.settings.theme];
    this.stock = STOCKS[this.settings.theme];
    this.unit = Math.min(width / design.width, height / design.height);
    const [left, top] = [(width / this.unit - design.width) / 2, height / this.unit - design.height];
    /* The floor stays at the bottom; spare height becomes sky. */
    this.view = { x: -left, y: -top, width: width / this.unit, height: height / this.unit };
    this.root = this.add.container(left * this.unit, top * this.unit).setScale(this.unit);
    this.compose();
    this.grain(width, height);
    this.composed = true;
    if (this.latest !== null) this.apply(this.latest, false);
    this.stir();
  }

  private grain(width: number, height: number): void {
    const key = this.textureKey();
    this.addTexture(key, makeGrain(192));
    this.add.tileSprite(0, 0, width, height, key).setOrigin(0, 0).setAlpha(0.16).setDepth(1);
  }

  private clear(): void {
    this.composed = false;
    this.tweens.killAll();
    this.children.removeAll(true);
    this.dropTextures();
  }

  private dropTextures(): void {
    for (const key of this.textureKeys) this.game.textures.remove(key);
    this.textureKeys.length = 0;
    this.cutouts.clear();
  }
}

/** Starts the one game inside an element; its canvas has the given size in device pixels. */
export function bootGame(parent: HTMLElement, size: { width: number; height: number }): Promise<Game> {
  return new Promise((resolve, reject) => {
    try {
      const plain = hasFastWebGl() ? null : blankCanvas(size.width, size.height);
      const game = new Game({
        ...(plain ? { type: CANVAS, canvas: plain, context: contextOf(plain) } : { type: WEBGL }),
        parent,
        ...size,
        scale: { mode: Scale.NONE },
        banner: false,
        audio: { noAudio: true },
        input: false,
        autoFocus: false,
        backgroundColor: STOCKS.light.wall,
        fps: { limit: 30 },
        /* With several textures in one batch, a software renderer mixes them up on turned pictures. */
        render: { antialias: true, antialiasGL: false, maxTextures: 1, powerPreference: 'low-power' },
      });
      game.events.once('ready', () => resolve(game));
    } catch (problem) {
      reject(problem instanceof Error ? problem : new Error(String(problem)));
    }
  });
}
