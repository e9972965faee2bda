/** Words of the audience's page, in Spanish. */

import type { watch as english } from './watch.ts';

export const watch: Record<keyof typeof english, string> = {
  'watch.lead':
    '¿No tienes laboratorio? Mira una partida y vota como los demás sobre lo que dicen los modelos. Los modelos aprenden inglés: lo que dicen está en inglés.',
  'watch.go': 'Mirar',
  'watch.play': 'Mejor jugar en un laboratorio',
  'watch.wait':
    'Los laboratorios están trabajando. Deja esta página abierta: después votas sobre lo que dicen sus modelos.',
};
