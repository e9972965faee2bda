/** Puts a stage's scene on the page: loads Phaser when first needed, keeps one game, swaps scenes, and does without if it must. */
import still from '../../../assets/sprites/still.svg?raw';
import { currentTheme, FONTS } from '../../ui/tokens.ts';
import type { SceneLayout, SceneSettings } from './options.ts';
import type { bootGame, PaperScene } from './scene.ts';

export interface MountOptions {
  layout: SceneLayout;
  /** Everything is simply where it ends, nothing eases. */
  reducedMotion: boolean;
}

/** A scene on the page. */
export interface MountedScene<State> {
  /** Shows what was measured now. */
  update(state: State): void;
  /** Takes the scene away; the game sleeps until the next mount. */
  destroy(): void;
}

/** Loads what draws a scene. */
export type SceneMaker<State> = () => Promise<{ createScene: (key: string) => PaperScene<State> }>;

/** More device pixels than this per CSS pixel cost time and show nothing. */
const MOST_PIXEL_RATIO = 3;
const FONT_PATIENCE_MS = 2000;
const RESIZE_PATIENCE_MS = 120;

interface Theater {
  frame: HTMLElement;
  game: Awaited<ReturnType<typeof bootGame>>;
}

/* Starting Phaser is slow and a page shows one scene at a time, so the page keeps one theater for good. */
let theater: Promise<Theater> | null = null;
let mountCount = 0;

/**
 * Shows a scene inside `canvasParent`, which gives it its size. Never rejects: where nothing can be drawn,
 * a still picture stands in. `update` may be called at once; the newest state is shown when the scene is ready.
 */
export async function mountScene<State>(
  canvasParent: HTMLElement,
  makeScene: SceneMaker<State>,
  options: MountOptions,
): Promise<MountedScene<State>> {
  const frame = document.createElement('div');
  /* The page says the same in words beside it (`Picture.describe`). */
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:absolute;inset:0;overflow:hidden;line-height:0';
  if (getComputedStyle(canvasParent).position === 'static') canvasParent.style.position = 'relative';
  canvasParent.append(frame);
  try {
    return await raise(frame, makeScene, options);
  } catch (problem) {
    console.warn('The scene is drawn as a still picture:', problem);
    frame.innerHTML = still;
    frame.querySelector('svg')?.setAttribute('preserveAspectRatio', 'xMidYMax slice');
    frame.querySelector('svg')?.setAttribute('style', 'width:100%;height:100%');
    return {
      update: () => undefined,
      destroy: () => frame.remove(),
    };
  }
}

async function raise<State>(
  frame: HTMLElement,
  makeScene: SceneMaker<State>,
  options: MountOptions,
): Promise<MountedScene<State>> {
  const [{ game, frame: canvasFrame }, { createScene }] = await Promise.all([
    (theater ??= openTheater(frame)),
    makeScene(),
    fontsReady(),
  ]);
  frame.append(canvasFrame);
  const key = `scene-${mountCount++}`;
  const scene = createScene(key);
  const fit = (): void => {
    const size = devicePixels(frame);
    if (size.width !== game.scale.width || size.height !== game.scale.height) {
      game.scale.resize(size.width, size.height);
    }
    Object.assign(game.canvas.style, { width: '100%', height: '100%' });
    if (!game.loop.running) game.loop.wake(true);
  };
  fit();
  const settings: SceneSettings = { ...options, theme: currentTheme(), pixelRatio: pixelRatio() };
  game.scene.add(key, scene, true, settings);
  let pending = 0;
  const watcher = new ResizeObserver(() => {
    window.clearTimeout(pending);
    pending = window.setTimeout(fit, RESIZE_PATIENCE_MS);
  });
  watcher.observe(frame);
  return {
    update(state) {
      scene.show(state);
    },
    destroy() {
      watcher.disconnect();
      window.clearTimeout(pending);
      scene.retire();
      game.scene.remove(key);
      if (canvasFrame.parentElement === frame) canvasFrame.remove();
      frame.remove();
    },
  };
}

async function openTheater(parent: HTMLElement): Promise<Theater> {
  const frame = document.createElement('div');
  frame.style.cssText = 'position:absolute;inset:0';
  parent.append(frame);
  try {
    const kit = await import('./scene.ts');
    return { frame, game: await kit.bootGame(frame, devicePixels(parent)) };
  } catch (problem) {
    theater = null;
    throw problem;
  }
}

function pixelRatio(): number {
  return Math.min(window.devicePixelRatio || 1, MOST_PIXEL_RATIO);
}

function devicePixels(element: HTMLElement): { width: number; height: number } {
  const { width, height } = element.getBoundingClientRect();
  const ratio = pixelRatio();
  return { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}

/** Canvas text is drawn once, so the faces must be there first; a slow network must not stop the scene. */
async function fontsReady(): Promise<void> {
  const faces = [FONTS.title, FONTS.read, `bold 16px ${FONTS.read}`, FONTS.model].map((font) =>
    document.fonts.load(font.startsWith('bold') ? font : `16px ${font}`),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, FONT_PATIENCE_MS));
  await Promise.race([Promise.all(faces), patience]).catch(() => null);
}
