/** Words of the image lab, in Spanish. */

import type { images as english } from './images.ts';

export const images: Record<keyof typeof english, string> = {
  'title.images': 'Loss Leaders: taller de imágenes',
  'images.link': 'Taller de imágenes: entrena a un pintor',
  'images.title': 'Taller de imágenes',
  'images.lead':
    'Aquí un modelo diminuto aprende a pintar. Empieza con ruido y lo aclara, paso a paso, hasta que queda una imagen. Todo ocurre en este aparato.',
  'images.opening': 'Dibujando las imágenes …',
  'images.broken':
    'El pintor no puede trabajar en este navegador. Carga la página otra vez; si no ayuda, prueba un navegador más nuevo.',
  'images.lessons': 'Imágenes de las que aprende',
  'images.lessonsLead':
    'Son {count}, todas de un mundo pequeño, cada una con su leyenda. El modelo las ve bajo el ruido y adivina los colores que hay detrás.',
  'images.duration': '¿Cuánto tiempo debe aprender?',
  'images.seconds': '{seconds} s',
  'images.train': 'Entrenar a un pintor',
  'images.again': 'Entrenar a otro',
  'images.progress': 'Cuánto ha avanzado el entrenamiento',
  'images.training':
    '{percent}\u00a0% hecho, {steps} {steps|paso|pasos} hasta ahora. Deja esta página a la vista.',
  'images.trained': 'Tu pintor está listo. Le tomó {steps} {steps|paso|pasos}.',
  'images.previews': 'Lo que pinta por ahora',
  'images.ask': '¿Qué debe pintar?',
  'images.subject': 'Quién o qué',
  'images.color': 'Color',
  'images.place': 'Dónde',
  'images.style': 'Estilo',
  'images.guidance': 'Guía',
  'images.guidanceAbout':
    'Con cuánta fuerza tiran tus palabras. Sin ella pinta lo que quiere. Pruébalo: más no siempre es mejor.',
  'images.steps': 'Pasos',
  'images.stepsAbout': 'Cuántas veces mira el ruido. Con pocos pasos es rápido, pero la imagen queda tosca.',
  'images.begin': 'Empezar con',
  'images.begin.noise': 'ruido',
  'images.begin.picture': 'imagen {number}',
  'images.part': 'Qué se pinta de nuevo',
  'images.part.all': 'todo',
  'images.part.upper': 'la mitad de arriba',
  'images.part.lower': 'la mitad de abajo',
  'images.sketchNoise': 'Ruido sobre la imagen',
  'images.percent': '{percent}\u00a0%',
  'images.sketchAbout':
    'Con poco ruido se transparenta la imagen anterior; con mucho se olvida. Pide otro color y sigue pintando.',
  'images.anywhere': '(no se dice)',
  'images.unlike': 'Pero aquí no',
  'images.nowhere': '(donde sea)',
  'images.unlikeAbout':
    'Con guía mayor que 1 va desde el lugar que no quieres hacia tu leyenda: un “prompt” negativo.',
  'images.any': '(cualquiera)',
  'images.find': 'Busca imágenes con palabras',
  'images.findLead':
    'Otras dos redes, una para imágenes y otra para leyendas, aprenden a apuntar igual donde las dos van juntas. Nadie les dice qué muestra una imagen.',
  'images.findLearn': 'Que aprendan',
  'images.findLearning': 'Están aprendiendo …',
  'images.foundAbout': 'Estas son las que mejor van con tus palabras, de {count} imágenes que nunca vieron.',
  'images.found': 'Imágenes encontradas',
  'images.paint': 'Pintar {count} imágenes',
  'images.painting': 'Pintando …',
  'images.noisy': 'ruido que se aclara',
  'images.look': 'Mira cada paso',
  'images.step': 'paso {step} de {steps}',
  'images.verdict': 'Las miró una regla fija, no el modelo: {right} de {count} muestran todo lo que pediste.',
  'images.nothing': 'nada que la regla conozca',
  'images.nearest': 'Se parece a lo sumo en un {percent}\u00a0% a una imagen de la que aprendió.',
  'images.copy': 'Se parece en un {percent}\u00a0% a una imagen de la que aprendió: es una copia.',
};
