/** Words of federated training, in Spanish. */

import type { ownText as english } from './own-text.ts';

export const ownText: Record<keyof typeof english, string> = {
  'ownText.tab': 'Texto',
  'ownText.title': 'Tu propio texto',
  'ownText.lead': 'Entrena con tu propio texto. Nunca sale de este aparato.',
  'ownText.label': 'Pega un texto que te guste',
  'ownText.hint':
    'Un diario, un poema, un cuento, en cualquier idioma: al menos {least} letras. Se queda en la memoria de esta página, y desaparece cuando la cierras.',
  'ownText.add': 'Entrenar con él',
  'ownText.adding': 'Leyéndolo …',
  'ownText.kept': 'Tu texto está adentro: {size}. Hasta {share}\u00a0% de lo que lee tu aparato sale de él.',
  'ownText.leftOut':
    '{count} {count|frase|frases} con palabras groseras {count|queda|quedan} afuera: toda una clase lee lo que dice el modelo.',
  'ownText.remove': 'Sacarlo',
  'ownText.team':
    '{count} {count|jugador de tu laboratorio suma|jugadores de tu laboratorio suman} texto propio. Nadie más ve las palabras, ni siquiera el servidor.',
  'ownText.problem.empty': 'Todavía no hay nada. Pega primero un texto.',
  'ownText.problem.too_big':
    'Eso es demasiado largo: lo máximo son {most} letras, un libro entero. Pega una parte.',
  'ownText.problem.binary':
    'Eso no es texto, sino un archivo de otro tipo. Ábrelo en el programa que lo hizo, y copia las palabras.',
  'ownText.problem.too_short': 'Eso es demasiado corto para aprender. Pega al menos {least} letras.',
  'ownText.problem.monotone':
    'Eso es casi el mismo signo una y otra vez, así que no hay idioma que aprender. Pega frases de verdad.',
  'ownText.problem.rude':
    'Casi cada frase tiene una palabra grosera, así que no queda nada con que entrenar. Pega otro texto.',
  'ownText.noise': 'Ruido sobre tus cambios',
  'ownText.noise.off': 'nada',
  'ownText.noise.some': 'algo',
  'ownText.noise.much': 'mucho',
  'ownText.noiseAbout.off':
    'Tus cambios solo se acortan. Alguien listo todavía podría adivinar por ellos lo que escribiste.',
  'ownText.noiseAbout.some':
    'Un poco de azar en cada número. Al modelo no le cuesta casi nada, y a ti no te promete casi nada.',
  'ownText.noiseAbout.much':
    'Tanto ruido que la promesa vale, y que lo que aprendió tu aparato se ahoga en él. Ese es el precio en un laboratorio tan pequeño.',
  'ownText.nothingSpent': 'Todavía no salió de este aparato ningún cambio con tu texto.',
  'ownText.spent':
    '{updates} {updates|cambio salió|cambios salieron} de este aparato. {updates|Leyó|Leyeron} {tokens} tokens de tu texto.',
  'ownText.epsilon': 'Privacidad gastada: épsilon {epsilon}, con delta {delta}.',
  'ownText.endless': 'sin fin',
  'ownText.promise.strong': 'Esa es una promesa fuerte.',
  'ownText.promise.fair': 'Esa es una promesa que vale.',
  'ownText.promise.weak':
    'Esa no es una promesa de fiar; una que vale queda por debajo de {fair}. Con tan pocos aparatos, un ruido tan fuerte lo ahogaría todo.',
  'ownText.promise.none': 'Sin ruido no hay promesa alguna.',
};
