/** Words of fine-tuning, in Spanish. */

import type { fineTuneWords as english } from './words.ts';

export const fineTuneWords: Record<keyof typeof english, string> = {
  'stage.fine-tune': 'Afinar',
  'projector.stage.fine-tune': 'Cada laboratorio le enseña a su modelo a contestar.',
  'guide.fine-tune': 'Ensayo: decide con las tarjetas como están, y luego mira las respuestas.',
  'why.fine-tune':
    'Sabe escribir, pero todavía no contestar; los laboratorios de verdad pagan a gente que le escribe respuestas.',
  'notes.fine-tune.say':
    'Sabe escribir, pero no sabe que debe contestar. Las tarjetas le muestran cómo. Con muy poca lectura vieja mezclada, olvida.',
  'notes.fine-tune.ask': 'Comparen antes y después: ¿aprendió datos, o solo modales?',

  'fine-tune.title': 'Enséñale modales',
  'fine-tune.lead':
    'Ya sabe leer. Ahora muéstrale cómo contestar: con tarjetas que tienen una pregunta y una buena respuesta.',
  'fine-tune.tabCards': 'Tarjetas',
  'fine-tune.tabStyle': 'Estilo',
  'fine-tune.tabOwn': 'Las tuyas',
  'fine-tune.tabAnswers': 'Respuestas',
  'fine-tune.tabTalk': 'Charla',
  'fine-tune.cards': '{count} tarjetas',
  'fine-tune.cardsLeft': 'quedan {count} de {most} tarjetas por escribir',
  'fine-tune.cardsOver': '{count} tarjetas de más: te alcanzan las horas para {most}.',
  'fine-tune.cardsLeftOut':
    '{leftOut} {leftOut|tarjeta no cabe|tarjetas no caben} en los {tokens} tokens que tu modelo lee de una vez, así que {leftOut|quedó|quedaron} afuera. Las respuestas cortas caben, y también cabrían en un modelo que mira más atrás.',
  'fine-tune.cardsFew': 'Escribe al menos {least} tarjetas.',
  'fine-tune.style': 'Cómo debe contestar',
  'fine-tune.replay': 'Lectura vieja mezclada',
  'fine-tune.replayMeaning': 'Sin lectura vieja olvida lo que sabía.',
  'fine-tune.styleLines': 'Decir el estilo antes de la pregunta',
  'fine-tune.styleLines.off': 'nunca',
  'fine-tune.styleLines.on': 'en tarjetas de otros estilos',
  'fine-tune.styleLinesMeaning':
    'Así el modelo aprende a seguir una línea como “sé breve”. Sin esas tarjetas no le hace caso.',
  'fine-tune.talks': 'Tarjetas con una charla antes de la pregunta',
  'fine-tune.talks.off': 'ninguna',
  'fine-tune.talks.on': 'el {share}\u00a0%',
  'fine-tune.talksMeaning':
    'Cuando lo sirvas, los ciudadanos pueden preguntar “¿Y dónde vive ella?”. En esas tarjetas el modelo ve lo que se dijo antes, o apuntes de eso. Ocupan el lugar de otras tarjetas.',
  'fine-tune.evidence': 'Tarjetas con un documento antes de la pregunta',
  'fine-tune.evidenceMeaning':
    'Más tarde tu modelo podrá consultar documentos. Solo los lee si aquí aprendió a hacerlo. Estas tarjetas ocupan el lugar de otras.',
  'fine-tune.tools': 'Tarjetas que muestran cómo llamar a una herramienta',
  'fine-tune.toolsMeaning':
    'Más tarde tu modelo podrá tener una calculadora, un calendario y un registro de llaves. Solo los llama si aquí aprendió a hacerlo. Estas tarjetas ocupan el lugar de otras.',
  'fine-tune.toolsExample': 'Por ejemplo: “{question}” – “{answer}”',
  'fine-tune.example': 'Una tarjeta en este estilo',
  'fine-tune.deckLoading': 'Trayendo tarjetas …',
  'fine-tune.training': 'Tu modelo está en la escuela.',
  'fine-tune.waiting': 'La lección empieza en un momento …',
  'fine-tune.inForm': '{share}\u00a0% de sus respuestas tienen buena forma; antes: {before}\u00a0%.',
  'fine-tune.scoring': 'El árbitro lee sus respuestas …',
  'fine-tune.base': 'antes',
  'fine-tune.tuned': 'después',
  'fine-tune.true': 'verdad',
  'fine-tune.false': 'no es verdad',
  'fine-tune.notInForm': 'mala forma',
  'fault.empty': 'no dice nada',
  'fault.unfinished': 'se corta a la mitad',
  'fault.unknown': 'nadie aquí conoce esa palabra en ese lugar',
  'fault.other-question': 'contesta otra pregunta',
  'fault.no-answer': 'ninguna tarjeta contesta así',

  'ownCards.lead':
    'Escribe tarjetas tuyas (en inglés). Cerca de {share}\u00a0% de lo que practica tu aparato sale de ellas, así que hasta unas pocas se aprenden bien. Nunca salen de este aparato.',
  'ownCards.question': 'Pregunta',
  'ownCards.questionExample': 'Who is our teacher?',
  'ownCards.answer': 'Una buena respuesta',
  'ownCards.answerExample': 'Our teacher is a very tall goat.',
  'ownCards.add': 'Sumar la tarjeta',
  'ownCards.remove': 'Sacarla',
  'ownCards.count': '{count} de hasta {most} tarjetas tuyas',
  'ownCards.closed': 'La lección terminó. Pregúntale a tu modelo: ¿las aprendió?',
  'ownCards.problem.no_question': 'La tarjeta todavía no tiene pregunta.',
  'ownCards.problem.no_answer': 'La tarjeta todavía no tiene respuesta.',
  'ownCards.problem.no_question_mark': 'Termina la pregunta con “?”: así reconoce tu modelo una pregunta.',
  'ownCards.problem.no_full_stop':
    'Termina la respuesta con punto, “!” o “?”: así aprende tu modelo dónde parar.',
  'ownCards.problem.too_long':
    'Eso es demasiado largo: pregunta y respuesta tienen como mucho {letters} letras cada una.',
  'ownCards.problem.does_not_fit': 'Eso es más de lo que tu modelo lee de una vez. Dilo con menos palabras.',
  'ownCards.problem.rude': 'Tiene una palabra grosera, y toda una clase lee lo que dice tu modelo.',
  'ownCards.problem.repeated': 'Ya tienes una tarjeta con esta pregunta.',
  'ownCards.problem.too_many': 'Tienes {most} tarjetas, que es lo máximo. Saca una primero.',

  'plan.fine-tune.evidence': ', {share}\u00a0% con documentos',
  'plan.fine-tune.tools': ', {share}\u00a0% con llamadas',
  'plan.fine-tune.talks': ', con charlas',
  'plan.fine-tune.lines': ', con el estilo dicho antes de la pregunta',
  'plan.fine-tune': '{cards} tarjetas ({mix}), estilo: {style}, {replay} de repaso{more}',

  'fine-tune.styleMix':
    'Cerca de {share}\u00a0% de tus tarjetas son de este estilo. El resto es de los otros, para que quienes votan tengan de dónde elegir.',

  'projector.lessons': 'Las lecciones',
  'projector.lessonRead': '{share}\u00a0% de la lección leída',
  'projector.inForm': '{share}\u00a0% con buena forma',

  'scene.fine-tune.twin':
    'El pupitre: {count} {count|demostración elegida|demostraciones elegidas}.{form}{said}',
  'scene.fine-tune.form': ' {percent} de las respuestas tienen buena forma.',
  'scene.fine-tune.said': ' El modelo afinado dice: "{answer}"',
  'scene.fine-tune.noCards': 'sin tarjetas aún',
  'scene.fine-tune.cards': '{count} {count|tarjeta|tarjetas}',
  'fine-tune.overtime': 'todos aprenden su lección ({seconds} s)',
  'repeat.fine-tune': 'las lecciones y lo que se entrenó con ellas. Los modelos preentrenados quedan.',
  'notes.fine-tune.watch':
    'Una lección que empieza tarde: necesita tiempo después de la decisión. La parte con buena forma debería dar un salto.',
  'line.noLesson': 'todavía sin lección',
  'line.cards': 'repartiendo las tarjetas',
  'line.form': 'con buena forma: {before}\u00a0% antes, {after}\u00a0% ahora',
};
