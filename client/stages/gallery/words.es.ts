/** Words of the gallery, in Spanish. */

import type { galleryWords as english } from './words.ts';

export const galleryWords: Record<keyof typeof english, string> = {
  'stage.gallery': 'Galería',
  'projector.stage.gallery': 'Cada laboratorio decide con cuánta fuerza guía el texto a su pintor.',
  'guide.gallery': 'Ensayo: compara las filas y toma una.',
  'why.gallery':
    'Lo que da un modelo depende de cómo se le pide; los laboratorios de verdad eligen eso para todos los que lo usan.',
  'notes.gallery.say':
    'La guía va más lejos en la dirección del texto. Sin guía el texto no dice nada; con demasiada la imagen se deshace.',
  'notes.gallery.ask': '¿Prefieren la imagen correcta siempre igual, o muchas que a veces fallan?',
  'notes.gallery.watch': 'Laboratorios que solo buscan imágenes bonitas: ¿muestra la fila lo que se pidió?',

  'gallery.title': 'Cómo pinta',
  'gallery.lead':
    'Los mismos textos desde el mismo ruido. ¿Pinta lo que se pidió? ¿Son distintas sus imágenes?',
  'gallery.guidance': 'Guía: con cuánta fuerza dirige el texto',
  'gallery.row': 'Guía {guidance}',
  'gallery.steps': 'Pasos del ruido a la imagen',
  'gallery.stepsAbout': 'Más pasos tardan más, y muchas veces se ve más claro.',
  'gallery.painting': 'Tu pintor lo prueba …',
  'gallery.wall': 'Un mismo pie de imagen, guiado cada vez más',
  'gallery.wallPainting': 'Su pintor está probando …',
  'gallery.plan': 'guía {guidance}, {steps} pasos',

  'line.noGallery': 'compara guías',
  'scene.gallery.heading': 'Guía {guidance}',
};
