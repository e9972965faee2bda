/** Words of a model that is taken home, in Spanish. */

import type { home as english } from './home.ts';

export const home: Record<keyof typeof english, string> = {
  'home.take': 'Llévate tu modelo a casa',
  'home.takeAbout':
    'Es tuyo. La página funciona sin red: ábrela con doble clic, habla con tu modelo y míralo por dentro.',
  'home.takeAboutHall': 'Llévate este modelo. La página funciona sin red.',
  'home.page': 'Guardar como una página',
  'home.folder': 'Guardar como carpeta para otras herramientas',
  'home.folderAbout': 'Un zip con ONNX, safetensors, un tokenizador y un programa que lo usa.',
  'home.packing': 'Empacando …',
  'home.saved': 'Guardado: {name}, {kilobytes} kB.',
  'home.failed': 'No se pudo empacar el modelo. Inténtalo otra vez en un momento.',

  'home.cardSize': 'Tamaño',
  'home.cardSizeWords': '{parameters} parámetros; lee {context} tokens a la vez',
  'home.cardStored': 'Guardado con',
  'home.cardStored.fp32': 'todas las cifras de sus pesos, así que dice lo mismo que en la partida',
  'home.cardStored.fp16': 'la mitad de las cifras de sus pesos, para que el archivo sea pequeño',
  'home.cardStored.int8':
    'un byte por peso, para que el archivo sea pequeño: algunas respuestas pueden cambiar',
  'home.cardScore': 'Puntaje',
  'home.cardScoreWords': '{total} puntos: uso {use}, confianza {trust}, ciencia {science}',
  'home.cardLimits': 'Límites',
  'home.cardLimitsWords':
    'Solo conoce un mundo inventado. Inventa cosas, y no sabe cuándo lo hace. Solo habla inglés.',

  'home.title': 'Un modelo de Loss Leaders',
  'home.of': 'El modelo de {lab}',
  'home.lead': 'Se entrenó en navegadores, en una partida. Todo está en este archivo, y nada sale de él.',
  'home.tabTalk': 'Hablar',
  'home.tabCard': 'Ficha del modelo',
  'home.temperature': 'Temperatura',
  'home.temperatureLikeliest': '0: siempre la palabra más probable',
  'home.nothing': 'Esta página no tiene un modelo que pueda leer.',

  'home.open': 'Trae un modelo que te llevaste a casa',
  'home.openAbout': 'Elige la página que guardaste. Se queda en este dispositivo.',
  'home.choose': 'La página guardada',
  'home.opening': 'Leyendo …',
  'home.opened': 'Este es el modelo de {lab}.',
  'home.rival': 'Uno de los bots juega con {lab}: elige lo mismo y entrena de nuevo.',
  'home.noRival': 'El archivo no dice qué eligió {lab}, así que ningún bot puede jugar con él.',
  'home.problem.too_large':
    'Este archivo es demasiado grande para ser un modelo que te llevaste a casa. Elige otro.',
  'home.problem.foreign':
    'Este no es un modelo de este juego. Elige la página que guardaste después de una partida.',
  'home.problem.cut_off': 'A este archivo le falta el final. Cópialo otra vez, o guárdalo de nuevo.',
  'home.problem.newer':
    'Una versión más nueva del juego escribió este archivo. Actualiza el juego e inténtalo otra vez.',
  'home.problem.older':
    'Una versión más vieja del juego escribió este archivo. Su página sigue funcionando sola, pero este juego solo lee modelos de hoy.',
  'home.problem.edited': 'Algo cambió en este archivo, así que no es de fiar. Guarda el modelo de nuevo.',
};
