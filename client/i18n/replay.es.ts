/** Words of the replay, in Spanish. */

import type { replay as english } from './replay.ts';

export const replay: Record<keyof typeof english, string> = {
  'title.replay': 'Loss Leaders: repetición',
  'replay.open': 'La repetición: la partida como la mostró el proyector, a cualquier velocidad',
  'replay.noSeat': 'La repetición se abre desde la consola, en el aparato del anfitrión.',
  'replay.notOver': 'Una partida se puede volver a ver cuando terminó, en su último balance.',
  'replay.controls': 'Controles de la repetición',
  'replay.play': 'Reproducir',
  'replay.pause': 'Pausar',
  'replay.speed': 'Velocidad',
  'replay.times': '×{times}',
  'replay.seek': 'Lugar en la partida',
  'replay.position': '{at} de {length}',
  'replay.stages': 'Ir a una etapa',
  'replay.waits':
    'Las esperas de más de {seconds} segundos se acortan. Los jugadores se llaman P1, P2, etc. Nadie ve lo que haces aquí.',
  'replay.broken': 'El resto de esta partida no se puede volver a ver.',
};
