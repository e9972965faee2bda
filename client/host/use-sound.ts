/** Sound at the projector: follows the match, once a press has allowed the page to be heard. */

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { createSoundGate, soundOf } from './sounds.ts';
import { playSound } from './synth.ts';

const PRESSES = ['pointerup', 'keyup'] as const;

/** Sounds for the match that the projector shows; null where it shows none. Returns whether a press is still missing. */
export function useSound(match: MatchView | null): boolean {
  /** Null until the page may be heard. */
  const context = useSignal<AudioContext | null>(null);
  const mayBeHeard = useRef(createSoundGate());
  const before = useRef(match);

  useEffect(() => {
    const begin = (): void => {
      if (navigator.userActivation?.hasBeenActive) context.value ??= new AudioContext();
    };
    begin();
    for (const press of PRESSES) document.addEventListener(press, begin);
    return () => {
      for (const press of PRESSES) document.removeEventListener(press, begin);
      void context.peek()?.close();
    };
  }, []);

  useEffect(() => {
    const sound = before.current && match && soundOf(before.current, match);
    before.current = match;
    if (!sound || match.volume === 0 || !context.value) return;
    if (mayBeHeard.current(sound, performance.now())) playSound(context.value, sound, match.volume);
  }, [match]);

  return match !== null && match.volume > 0 && context.value === null;
}
