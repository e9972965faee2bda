/** The projector's sounds, made of a few soft notes: there is nothing to load. */

import { MAX_VOLUME } from '../../shared/game/sound.ts';
import type { SoundName } from './sounds.ts';

interface Note {
  atSeconds: number;
  hertz: number;
  seconds: number;
  /** Of all that the loudspeaker can do, at full volume. */
  peak: number;
}

const note = (atSeconds: number, hertz: number, seconds: number, peak: number): Note => ({
  atSeconds,
  hertz,
  seconds,
  peak,
});

/** A knock, a step up, three steps up, and a chord. */
export const SOUNDS: Readonly<Record<SoundName, readonly Note[]>> = {
  vote: [note(0, 659, 0.12, 0.08)],
  join: [note(0, 523, 0.16, 0.1), note(0.09, 784, 0.24, 0.1)],
  stage: [note(0, 392, 0.3, 0.14), note(0.13, 523, 0.3, 0.14), note(0.26, 659, 0.5, 0.14)],
  reveal: [
    note(0, 262, 1.1, 0.1),
    note(0.1, 392, 1, 0.1),
    note(0.2, 523, 0.9, 0.1),
    note(0.3, 659, 0.9, 0.1),
    note(0.4, 1047, 0.8, 0.06),
  ],
};

/** Seconds until a note is at its loudest: a sudden one would click. */
const ATTACK = 0.015;
const SILENCE = 0.0001;

/** Plays a sound now, at a volume of 1 to the greatest. */
export function playSound(context: BaseAudioContext, name: SoundName, volume: number): void {
  for (const { atSeconds, hertz, seconds, peak } of SOUNDS[name]) {
    const start = context.currentTime + atSeconds;
    const tone = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
    const loudness = new GainNode(context, { gain: SILENCE });
    loudness.gain.setValueAtTime(SILENCE, start);
    loudness.gain.linearRampToValueAtTime((peak * volume) / MAX_VOLUME, start + ATTACK);
    loudness.gain.exponentialRampToValueAtTime(SILENCE, start + seconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(start + seconds);
  }
}
