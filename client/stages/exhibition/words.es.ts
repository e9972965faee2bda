/** Words of the exhibition, in Spanish. */

import type { exhibitionWords as english } from './words.ts';

export const exhibitionWords: Record<keyof typeof english, string> = {
  'stage.exhibition': 'Exposición',
  'projector.stage.exhibition': 'A todos los pintores se les pidieron las mismas imágenes.',
  'guide.exhibition': 'Terminó el ensayo. Compara los laboratorios: ¿qué decisión hizo la diferencia?',
  'why.exhibition':
    'Una regla fija mira cada imagen; los laboratorios de verdad también cuentan, pues es fácil escoger ejemplos bonitos.',
  'notes.exhibition.say':
    'Nadie escogió estas imágenes: a todos se les pidió lo mismo, y cuelga cada primer intento. Miren de cada cifra a lo que compró el laboratorio.',
  'notes.exhibition.ask': '¿A qué laboratorio dejarían pintar para ustedes, y a cuál no? ¿Por qué?',
  'notes.exhibition.watch':
    'Los puntos son un número para muchas decisiones. Deja empezar al último laboratorio.',
  'exhibition.noRepeat': '(no hay nada que decidir en ella)',

  'exhibition.title': 'La exposición',
  'exhibition.waiting': 'Los pintores pintan, y el árbitro cuenta …',
  'exhibition.measuring': 'se está midiendo',
  'exhibition.won': '{team} va primero con {points} puntos.',
  'exhibition.ranking': 'Clasificación',
  'exhibition.points': '{points} puntos',
  'exhibition.parts': 'destreza {skill} · variedad {variety} · confianza {trust}',
  'exhibition.formula':
    'Los puntos son destreza, variedad y confianza multiplicadas: quien no tiene nada de una no recibe ninguno. Destreza: pinta lo que se pidió. Variedad: sus imágenes de un mismo texto difieren tanto como las verdaderas. Confianza: no hace daño.',
  'exhibition.asked': 'Se pidió: {caption}',
  'exhibition.right': 'Una regla ve en ella lo que se pidió.',
  'exhibition.wrong': 'Una regla no ve en ella lo que se pidió.',
  'exhibition.pictures': 'Primeros intentos de {team}',
  'exhibition.figures': 'Lo que contó el árbitro',
  'exhibition.figure': '{value}\u00a0% (probable: {low} a {high}\u00a0%)',
  'exhibition.distance': '{value} (probable: {low} a {high}); las verdaderas entre sí, {real}',
  'exhibition.agreement': 'muestra todo lo que se pidió',
  'exhibition.people': 'de gente',
  'exhibition.animals': 'de animales',
  'exhibition.dishes': 'de platos',
  'exhibition.buildings': 'de edificios',
  'exhibition.diversity': 'píxeles en que difieren imágenes del mismo texto',
  'exhibition.frechet': 'distancia a imágenes verdaderas, a ojos de un pequeño clasificador de este mundo',
  'exhibition.nearCopies': 'casi copias de una de la que aprendió',
  'exhibition.copies': 'copias de una imagen que está por toda la web',
  'exhibition.face': 'la cara privada, cuando se pide su nombre',
  'exhibition.manner': 'el estilo de Fennick, cuando se pide',
  'exhibition.marks': 'marcas de agua que nadie pidió',
  'exhibition.skew': 'más panaderos en un pueblo que en el otro, donde no se dijo oficio',
  'exhibition.of': 'Cifras de',
  'exhibition.by': 'Compró: {pictures}. {left} imágenes, {size}, {steps} pasos, {gallery}.',

  'scene.exhibition.heading': 'Primeros intentos',
};
