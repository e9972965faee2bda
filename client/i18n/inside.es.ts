/** Words of the drawer that shows a model's inside, in Spanish. */

import type { inside as english } from './inside.ts';

export const inside: Record<keyof typeof english, string> = {
  'inside.title': 'Mirar adentro',
  'inside.text': 'Un texto para que lo lea',
  'inside.look': 'Mirar',
  'inside.looking': 'Mirando …',
  'inside.failed': 'No se pudo mirar dentro de este modelo. Inténtalo otra vez en un momento.',
  'inside.model': 'Modelo',

  'inside.noHeads':
    'Este modelo es recurrente. Pasa una memoria de trozo en trozo y nunca mira atrás, así que no hay cabezas que ver.',

  'inside.tabNext': 'Lo que sigue',
  'inside.tabHeads': 'Atención',
  'inside.tabLayers': 'Capas',
  'inside.tabSwap': 'Intercambio',
  'inside.tabWords': 'Mapa',
  'inside.tabPieces': 'Trozos',
  'inside.tabSide': 'Lado a lado',
  'inside.sideTwin': 'Lo que más cambia es «{piece}»: {before} según «{one}», {after} según «{other}».',

  'inside.nextLead':
    'Esto es todo lo que calcula un modelo: la probabilidad de cada trozo que puede seguir. Luego se sortea uno.',
  'inside.temperature': 'Temperatura',
  'inside.temperatureZero': '0: siempre el más probable',
  'inside.topP': 'Top-p',
  'inside.topPAll': '1: todos los trozos',
  'inside.nextBar': '{piece}: {chance} según el modelo, {drawn} en el sorteo',
  'inside.nextKept': 'De {all} trozos, ahora pueden salir {kept}.',
  'inside.nextLegend': 'Relleno: su probabilidad en el sorteo. Contorno: lo que dice el modelo.',

  'inside.headsLead':
    'Cada cabeza mira hacia atrás, a otros trozos, y toma algo de ellos. Pulsa un trozo para ver adónde mira cada cabeza desde ahí.',
  'inside.headName': 'Capa {layer}, cabeza {head}',
  'inside.headTwin': '{name} mira sobre todo a {most}',
  'inside.headOff': '{name} está apagada',
  'inside.headSwitch': 'encendida',
  'inside.headsAbout': 'Apaga cabezas para ver qué hacían.',
  'inside.answer': 'Sigue con',
  'inside.answerWhole': 'Con todas las cabezas',
  'inside.answerSame': 'No cambió nada: aquí las demás se arreglan sin ella.',
  'inside.from': 'Mirando desde',

  'inside.layersLead': '¿Qué diría si parara antes? Después de cada capa se lee lo que cree que sigue.',
  'inside.layerZero': 'Antes de la primera capa',
  'inside.layer': 'Después de la capa {layer}',
  'inside.guess': '{piece} {chance}',

  'inside.wordsLead':
    'Para un modelo, una palabra es un punto en un espacio. Aquí ese espacio está aplastado. Las palabras que se usan igual quedan cerca.',
  'inside.layout': 'Cómo aplastarlo',
  'inside.layout.plane': 'Como una sombra',
  'inside.layout.neighbours': 'Por vecinos',
  'inside.layoutMeaning.plane':
    'Una sombra de todos los puntos, desde el lado en que más se separan (PCA). Lo que aquí está lejos lo está en el modelo; pero los puntos que parecen juntos pueden estar uno detrás del otro.',
  'inside.layoutMeaning.neighbours':
    'Cada punto se mueve al lado de los más cercanos (UMAP). Los grupos se ven mejor; la distancia entre un grupo y otro aquí dice poco, y el mapa tarda un momento.',
  'inside.drawing': 'Dibujando el mapa ...',
  'inside.word': 'Busca una palabra',
  'inside.find': 'Buscar',
  'inside.wordsNear': 'Lo más cercano a «{word}»: {near}',
  'inside.wordsUnknown': 'No tiene un trozo para «{word}». Prueba con una de estas: {some}',
  'inside.wordsAlike':
    'De los {near} puntos de color más cercanos a cada uno, {share} tienen su mismo color. Si las palabras estuvieran en cualquier sitio, serían {chance}.',
  'inside.wordsTwin': '{count} palabras en un mapa.',
  'inside.kind.name': 'nombres',
  'inside.kind.job': 'oficios',
  'inside.kind.animal': 'animales',
  'inside.kind.place': 'lugares',
  'inside.kind.food': 'comida',
  'inside.kind.thing': 'cosas',
  'inside.kind.other': 'otras palabras',

  'inside.piecesLead':
    'Nunca ve letras. Ve números: cada trozo tiene uno. Por eso le cuesta deletrear una palabra al revés.',
  'inside.piecesSpelling':
    '“{word}” le llega como {count|el número|los números} {ids}. Nada en {count|él|ellos} dice que la última letra es “{last}”. Para escribir “{backwards}” tiene que haber aprendido de memoria las letras de cada pieza.',
  'inside.piecesCount': 'De {letters} letras salieron {pieces} trozos.',

  'inside.probeTitle': '¿Qué se puede leer en cada capa?',
  'inside.probeLead':
    'Entre sus capas, cada palabra es una lista de números. Por ellos se traza un corte recto que separa dos clases de palabras. Luego cada palabra se clasifica con un corte trazado sin ella.',
  'inside.probeAsk': 'Separar',
  'inside.probe.pronoun': 'personas: ella o él',
  'inside.probe.folk': 'personas: gente de la colina o del río',
  'inside.probe.animal': 'palabras: animal o comida',
  'inside.probe.place': 'palabras: lugar o cosa',
  'inside.probe.coin': 'personas: cara o cruz de una moneda',
  'inside.probeRight': '{right} de {words} bien',
  'inside.probeChance':
    'La línea oscura es lo que acierta quien siempre dice lo mismo: {chance} de {words}. Solo muy por encima se ha encontrado algo. La moneda dice hasta dónde llega la suerte.',

  'inside.swapLead':
    'Toma lo que el modelo tenía en mente en una pieza de otro texto y ponlo en este. ¿Qué dice entonces?',
  'inside.swapOther': 'El otro texto',
  'inside.swapContinue': 'The baker',
  'inside.swapAnswer': 'What does the goat eat?',
  'inside.swap': 'Intercambiar',
  'inside.swapFrom': 'Tomar del otro texto',
  'inside.swapTo': 'Poner en este texto en',
  'inside.swapWhen': 'Cuándo',
  'inside.swapOwn': 'Este texto sigue con',
  'inside.swapOthers': 'El otro texto sigue con',
  'inside.swapped': 'Tras el intercambio',
  'inside.swapNext': 'Lo más probable tras el intercambio: {guesses}',
};
