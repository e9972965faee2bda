/** Words of the scale stage, in Spanish. */

import type { scaleWords as english } from './words.ts';

export const scaleWords: Record<keyof typeof english, string> = {
  'stage.scale': 'Escala',
  'projector.stage.scale': '¿Un modelo más grande, o más lectura? El mismo cómputo para todos.',
  'guide.scale': 'Ensayo: elige un tamaño que te guste, y decide. “Pequeño” nunca está mal.',
  'why.scale':
    'Demasiado grande o demasiado pequeño malgasta las máquinas; por eso los laboratorios de verdad prueban antes en pequeño.',
  'notes.scale.say':
    'Todos los laboratorios reciben el mismo cómputo. Un modelo el doble de grande solo puede leer la mitad. Aquí nada es gratis, solo hay buenas apuestas.',
  'notes.scale.ask':
    '¿Quién sabría más: alguien muy listo que leyó un libro, o alguien sencillo que leyó una biblioteca?',

  'scale.title': '¿Qué tan grande el cerebro?',
  'scale.lead':
    'Cada laboratorio recibe el mismo cómputo. Un modelo más grande tiene que leer menos: ese es el trato.',
  'scale.sizes': 'Tamaño del modelo',
  'scale.start': 'De dónde parte',
  'scale.start.scratch': 'De nada: un modelo nuevo',
  'scale.start.checkpoint': 'Del modelo del año pasado',
  'scale.startScratchAbout':
    'Un modelo nuevo no sabe nada, tampoco nada viejo. Tú eliges su tamaño, y aprende las palabras del texto que compraste.',
  'scale.startCheckpointAbout':
    'Tu modelo {size} del año pasado (adivina como {guess}) sigue leyendo. Conserva su tamaño y sus palabras, ya habla, y cree lo que era verdad el año pasado hasta que lea otra cosa.',
  'scale.architecture': 'Tipo de cerebro',
  'scale.architecture.transformer': 'Transformer',
  'scale.architecture.recurrent': 'Recurrente',
  'scale.transformerAbout':
    'Mira atrás a cada token que leyó, a todos a la vez. De un texto de {context} tokens lleva consigo {numbers} números.',
  'scale.recurrentAbout':
    'Pasa una sola memoria de {numbers} números de token en token, y nunca mira atrás. En nuestras pruebas, con el mismo cómputo, se sorprendió un {share}\u00a0% más que un transformer. Al principio aprende más rápido, así que los ensayos lo favorecen.',
  'scale.context': 'Hasta dónde mira atrás',
  'scale.contextRecurrent': 'Cuánto lee seguido',
  'scale.contextTokens': '{tokens} tokens',
  'scale.row': 'su tamaño es {parameters}, lee {tokens} tokens, y tarda unos {time}',
  'scale.brief.tiny': 'Cerebro diminuto, lee más que nadie',
  'scale.brief.small': 'Cerebro pequeño, lee mucho',
  'scale.brief.medium': 'Cerebro mediano, lee algo',
  'scale.brief.large': 'Cerebro grande, lee poco',
  'scale.brief.huge': 'Cerebro enorme, lee menos que nadie',
  'scale.columnTokens': 'tokens que lee',
  'scale.columnTime': 'tiempo',
  'scale.perParameter': '{count} tokens por cada parámetro',
  'scale.advice':
    'Los laboratorios grandes vieron que unos 20 tokens por parámetro son un buen trato para modelos enormes. Para el tuyo nadie lo sabe: un ensayo dice más que una regla.',
  'scale.epochs': 'Con este tamaño tus datos se leen unas {epochs} veces.',
  'scale.tooLong':
    'Quizá no termine antes del reloj: tarda unos {time}, y el reloj deja {clock}. Ayuda un tamaño más pequeño o más aparatos; lo que aprendió hasta entonces cuenta.',
  'scale.noDevice': 'no se sabe',

  'plan.scale': 'modelo {size}, {parameters} parámetros, lee {context} tokens de una vez',

  'scale.tabSize': '1 Tamaño',
  'scale.tabProbe': '2 Ensayo',
  'scale.tabBet': '3 Apuesta',
  'scale.titleProbe': 'Pruébalo en pequeño',
  'scale.titleBet': 'Haz tu apuesta',
  'scale.leadProbe':
    'Entrena un modelito unos segundos antes de gastarlo todo. Los ensayos son gratis y nadie tiene que hacerlos.',
  'scale.leadBet': '¿Qué tan sorprendido estará tu modelo grande al final? El árbitro lo va a medir.',

  'probe.size': 'Tamaño del ensayo',
  'probe.share': 'Cómputo, como parte del entrenamiento grande',
  'probe.shareOf': '1/{parts}',
  'probe.start': 'Empezar un ensayo',
  'probe.startNote': 'unos {time}',
  'probe.startFree': '{tokens} tokens',
  'probe.left': 'A tu laboratorio le quedan {count} de {most} ensayos.',
  'probe.none': 'Todavía no se midió ningún ensayo. Empieza uno: tarda segundos.',
  'probe.preparing': 'El servidor todavía está cortando tu texto en tokens. Unos segundos …',
  'probe.cannot': 'Este aparato no puede entrenar. El de un compañero puede hacer los ensayos; aquí los ves.',
  'probe.all': 'Tu laboratorio ya usó sus {most} ensayos.',
  'probe.busy': 'Tu ensayo: {doing}',
  'probe.list': 'Cómo adivinan los ensayos de tu laboratorio',
  'probe.row': '{size}, {tokens} tokens',
  'probe.sizeRecurrent': '{size}, recurrente',
  'probe.by': 'de {name}',
  'probe.status.asked': 'esperando su texto',
  'probe.status.training': 'entrenando, {share}\u00a0%',
  'probe.status.elsewhere': 'entrenando',
  'probe.status.trained': 'el árbitro está midiendo',
  'probe.status.lost': 'perdido: su aparato no terminó',
  'probe.chartX': 'cómputo; cada marca es un múltiplo de la anterior',
  'probe.chartY': 'sorpresa: adivina como 1 entre …; menos es mejor',
  'probe.bigRun': 'el grande',
  'probe.bigRunName': 'El entrenamiento grande',
  'probe.bigRunMark': '★',
  'probe.predicted':
    'Si la línea sigue así, el entrenamiento grande va a adivinar como {loss}: entre {low} y {high}.',
  'probe.tooFew':
    'Con {least} cantidades distintas de cómputo se puede trazar una línea hasta el entrenamiento grande.',
  'probe.noLaw':
    'En estos ensayos más cómputo no ayudó, así que no se traza ninguna línea. Prueba otro tamaño.',
  'probe.twinPoint': '{size} con {flops} operaciones: {guess}.',
  'probe.twin': 'Sorpresa según el cómputo. {points}',

  'bet.slider': 'Nuestra apuesta',
  'bet.value': 'adivina como {guess}',
  'bet.noBet': 'sin apuesta',
  'bet.none': 'Mueve el control para apostar, o decide sin apuesta.',
  'bet.take': 'Apostar lo que dice la línea: {guess}',
  'bet.clear': 'Sin apuesta',
  'bet.made':
    'La apuesta se propone junto con el tamaño. En el balance hay un premio para el laboratorio que más se acerque.',
  'bet.about':
    'Adivinar a ciegas, con tu vocabulario, daría {blind}. Un modelo que solo cuenta palabras está en {counting}.',
  'bet.placed': 'Tu laboratorio apostó {bet}.',
  'bet.result': 'Tu laboratorio apostó {bet}; el árbitro midió {measured}: {share}\u00a0% {side}.',
  'bet.better': 'mejor de lo que pensabas',
  'bet.worse': 'peor de lo que pensabas',
  'bet.exact': 'Tu laboratorio apostó {bet}, y el árbitro midió {measured}. ¡Justo en el blanco!',
  'bet.string':
    'Apostó que su entrenamiento grande adivinaría como {bet}; en el texto de la carrera llegó a {measured}, {share}\u00a0% de diferencia.',

  'rate.legend': 'Tasa de aprendizaje',
  'rate.normal': 'Normal',
  'rate.bold': 'Audaz (×{factor})',
  'rate.meaning': 'Qué tan grande es cada paso. Audaz aprende más rápido, hasta que tropieza.',

  'plan.scaleRecurrent': 'recurrente',
  'plan.scaleStart': 'sigue con el modelo del año pasado',
  'plan.scaleRate': 'tasa de aprendizaje audaz',
  'plan.scaleBet': 'apuesta {bet}',

  'projector.scaling': 'El gráfico de escala de la clase: cada entrenamiento de cada laboratorio',
  'projector.scalingBig': 'Las estrellas son los entrenamientos grandes, donde de verdad terminaron.',
  'projector.scalingTeam': '{team}: {points}',

  'scene.scale.twin':
    'Una balanza bajo un solo peso, el cómputo. En sus platos: {parameters} parámetros y {tokens} tokens.{time}',
  'scene.scale.budget': '{sums} cálculos',
  'scene.scale.time': ' Tiempo previsto: {time}.',
  'scene.scale.parameters': 'parámetros',
  'scene.scale.tokens': 'tokens',
  'scene.scale.predicted': 'previsto',
  'scene.scale.toSpend': 'por gastar',
  'repeat.scale': 'ensayos, apuestas y planes.',
  'notes.scale.watch':
    'Laboratorios que toman enseguida el modelo más grande. Nadie tiene que hacer un ensayo, pero uno muestra más que una corazonada.',
  'line.trials': '{count} {count|ensayo medido|ensayos medidos}',
  'line.trialsOpen': '{count} en marcha',
  'scale.unread':
    'El ensayo y el entrenamiento grande se miden con todo tipo de texto. Tu laboratorio no lee nada de esto, así que lo adivina mal: {kinds}.',
};
