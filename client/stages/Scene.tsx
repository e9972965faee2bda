/** Mounts the drawn scene of a stage after the page has been painted; without it, everything still works. */

import { useEffect, useRef } from 'preact/hooks';
import type { Stage } from '../../shared/lifecycle.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { sceneState, type Viewer } from './scene-state.ts';
import { describeScene, type SceneLayout, type SceneState } from './scenery.ts';

interface Mounted {
  update(state: SceneState[Stage]): void;
  destroy(): void;
}

export interface SceneProps {
  match: MatchView;
  viewer: Viewer;
  layout: SceneLayout;
}

export function Scene({ match, viewer, layout }: SceneProps) {
  const box = useRef<HTMLDivElement>(null);
  const mounted = useRef<Mounted | null>(null);
  const { stage } = match;
  const state: SceneState[Stage] = sceneState(stage, match, viewer);
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    let wanted = true;
    const frame = requestAnimationFrame(() => {
      void mount(box.current, stage, layout)
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
  }, [stage, layout]);

  useEffect(() => mounted.current?.update(state));
  return (
    <>
      <div class="scene" ref={box} />
      <p class="unseen">{describeScene(stage, state as never)}</p>
    </>
  );
}

async function mount(parent: HTMLElement | null, stage: Stage, layout: SceneLayout): Promise<Mounted | null> {
  if (!parent) return null;
  const { mountScene } = await import('./scene-kit/mount.ts');
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const scene = await mountScene(parent, stage, { layout, reducedMotion });
  return scene as unknown as Mounted;
}
