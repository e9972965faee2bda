/** Words of the scenes, in Spanish. */

import type { scenes as english } from './scenes.ts';

export const scenes: Record<keyof typeof english, string> = {
  'scene.large': 'Agrandar la imagen',
  'scene.you': 'tú',
  'scene.tokensPerSecond': 'tokens/s',
  'scene.speed': '{speed} tokens/s',
  'scene.together': 'tokens/s en total',
  'scene.measuring': 'midiendo',
  'scene.points': '{points} puntos',
};
