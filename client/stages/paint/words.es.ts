/** Words of painting, in Spanish. */

import type { paintWords as english } from './words.ts';

export const paintWords: Record<keyof typeof english, string> = {
  'stage.paint': 'Pintar',
  'projector.stage.paint': 'Cada laboratorio entrena a su pintor: aprende a ver imágenes detrás del ruido.',
  'guide.paint': 'Ensayo: toma cualquier tamaño y mira lo que pinta.',
  'why.paint':
    'Con el mismo cómputo se entrena poco a un pintor grande o mucho a uno pequeño; los laboratorios de verdad también lo sopesan.',
  'notes.paint.say':
    'El pintor recibe una imagen bajo ruido y adivina qué hay detrás. Tras hacerlo mucho, encuentra imágenes donde solo hay ruido.',
  'notes.paint.ask': '¿Qué aprende primero: los colores, los lugares o quién es alguien?',
  'notes.paint.watch': 'Un dispositivo que se duerme: entonces sigue otro, o el servidor.',

  'paint.title': 'Entrena a tu pintor',
  'paint.lead': 'Todos los tamaños cuestan el mismo cómputo: uno más grande da menos pasos.',
  'paint.size': 'Qué tan grande es',
  'paint.small': 'Pequeño',
  'paint.medium': 'Mediano',
  'paint.large': 'Grande',
  'paint.small.about': 'Muchos pasos, y le cabe poco.',
  'paint.medium.about': 'Algo de los dos.',
  'paint.large.about': 'Le cabe mucho, y da pocos pasos.',
  'paint.progress': 'Entrenamiento',
  'paint.steps': '{steps} de {total} pasos',
  'paint.waiting': 'El entrenamiento empieza en un momento …',
  'paint.byYou': 'Entrena tu dispositivo. Deja esta página al frente.',
  'paint.byOther': 'Entrena el dispositivo de {name}.',
  'paint.byServer': 'El servidor entrena por ti.',
  'paint.done': 'Tu pintor está entrenado.',
  'paint.shown': 'Lo que pinta hasta ahora',
  'paint.late': 'se terminan los pintores',
  'paint.loss': 'Todavía deja abiertos unos {choices} colores por píxel; al principio eran {first}.',
  'paint.plan': 'pintor {size}',

  'line.noPainter': 'elige un tamaño',
  'line.paint': '{steps} de {total} pasos',
  'paint.race': 'Qué tan lejos van los pintores',
  'scene.paint.heading': 'Hasta ahora',
};
