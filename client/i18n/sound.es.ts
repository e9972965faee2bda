/** Words of the sound at the projector, in Spanish. */

import type { sound as english } from './sound.ts';

export const sound: Record<keyof typeof english, string> = {
  'sound.volume': 'Sonido del proyector',
  'sound.value': '{volume} de {most}',
  'sound.off': 'apagado',
  'sound.mute': 'Silenciar',
  'sound.press': 'Haz clic una vez para el sonido: el navegador lo pide.',
};
