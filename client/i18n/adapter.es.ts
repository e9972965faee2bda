/** Words of personal adapters, in Spanish. */

import type { adapter as english } from './adapter.ts';

export const adapter: Record<keyof typeof english, string> = {
  'adapter.tab': 'Tu texto',
  'adapter.lead':
    'Enséñale un texto tuyo a una copia de tu modelo. Sus números no cambian: al lado aprende un pequeño adaptador. El texto y el adaptador se quedan en esta página.',
  'adapter.recurrent':
    'Un adaptador se pone entre los bloques de un transformer. Tu modelo es recurrente y no tiene bloques: no hay dónde ponerlo.',
  'adapter.train': 'Entrenar mi adaptador',
  'adapter.wait': 'Tu laboratorio está entrenando. Cuando termine, tu aparato estará libre para esto.',
  'adapter.learning': 'Leyendo tu texto una y otra vez …',
  'adapter.failed': 'Esta vez no se pudo aprender. Prueba otra vez.',
  'adapter.learned': 'Aprendido: {size} de tu texto, al lado de «{model}».',
  'adapter.size': 'Tamaño',
  'adapter.time': 'Tiempo',
  'adapter.guess': 'Adivina como',
  'adapter.before': 'Antes',
  'adapter.rank': 'Adaptador de rango {rank}',
  'adapter.whole': 'Todo el modelo',
  'adapter.measured': 'Medido en el final de tu texto, que nada aquí ha leído.',
  'adapter.byHeart':
    'Se sabe tu texto de memoria, y adivina peor cómo sigue: leyó demasiadas veces tan poco texto. Uno más largo ayuda.',
  'adapter.trainWhole': 'Entrenarlo todo, para comparar',
  'adapter.forget': 'Tomar otro texto',
  'adapter.on': 'Tu adaptador está encendido',
  'adapter.off': 'Tu adaptador está apagado',
  'adapter.with': '{model}, con tu adaptador',
};
