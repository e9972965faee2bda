/** Mounts the drawn scene of a stage after the page has been painted; without it, everything still works. */

import { useEffect, useRef } from 'preact/hooks';
import { catalogue } from '../i18n/catalogue.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { usePixelRatio } from '../ui/use-pixel-ratio.ts';
import type { Picture, Viewer } from './picture.ts';
import type { SceneLayout } from './scene-kit/options.ts';

interface Mounted {
  update(state: unknown): void;
  destroy(): void;
}

export interface SceneProps {
  match: MatchView;
  picture: Picture<unknown>;
  viewer: Viewer;
  layout: SceneLayout;
}

export function Scene({ match, picture, viewer, layout }: SceneProps) {
  /* A canvas is drawn and lettered once, so another screen or another language is another drawing. */
  const { language } = catalogue.value;
  const ratio = usePixelRatio();
  const box = useRef<HTMLDivElement>(null);
  const mounted = useRef<Mounted | null>(null);
  const state = picture.of(match, viewer);
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    let wanted = true;
    const frame = requestAnimationFrame(() => {
      void mount(box.current, picture, layout)
        .then((scene) => {
          if (!scene) return;
          if (!wanted) {
            scene.destroy();
            return;
          }
          mounted.current = scene;
          scene.update(latest.current);
        })
        .catch((problem: unknown) => console.warn('No scene here:', problem));
    });
    return () => {
      wanted = false;
      cancelAnimationFrame(frame);
      mounted.current?.destroy();
      mounted.current = null;
    };
  }, [picture, layout, language, ratio]);

  useEffect(() => mounted.current?.update(state));
  return (
    <>
      <div class="scene" ref={box} />
      <p class="unseen">{picture.describe(state)}</p>
    </>
  );
}

async function mount(
  parent: HTMLElement | null,
  picture: Picture<unknown>,
  layout: SceneLayout,
): Promise<Mounted | null> {
  if (!parent) return null;
  const { mountScene } = await import('./scene-kit/mount.ts');
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return mountScene(parent, picture.scene, { layout, reducedMotion });
}
