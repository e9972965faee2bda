/** Words of the engine, and of talk with models, in Spanish. */

import type { training as english } from './training.ts';

export const training: Record<keyof typeof english, string> = {
  'engine.fellBack':
    'Entrenar con {from} falló, así que este aparato sigue con {to} desde los últimos pesos buenos. Puede ir más lento.',
  'engine.diverged':
    'Los números de esta ronda se dispararon al infinito. La ronda se descarta y empieza de nuevo.',
  'engine.hiddenTab':
    'Deja esta página adelante: un teléfono que duerme o muestra otra pestaña deja de entrenar. Si pasa, sigues cuando vuelvas.',
  'engine.idle': 'descansando',
  'engine.fetching': 'trayendo los pesos',
  'engine.training': 'entrenando',
  'engine.sending': 'enviando el cambio',
  'engine.yours': 'Tu aparato entrena para el laboratorio: {doing}, {speed} tokens/s',
  'engine.together': 'A tu lado: {names}.',
  'engine.brought': 'Tu aparato ya trajo su parte. {names} {count|sigue|siguen} en eso.',
  'engine.averaging': 'Ya están todas las partes; se vuelven un solo modelo.',
  'engine.others': '{names} {count|entrena|entrenan} ahora para el laboratorio.',
  'engine.server': 'el servidor',
  'engine.lent':
    'Ningún aparato de tu laboratorio puede entrenar ahora, así que el servidor da una mano. No va más rápido que el mejor aparato del laboratorio más lento.',
  'engine.short': 'A esta velocidad se queda en {share}\u00a0%. Con unos {time} más terminaría.',
  'engine.rolledBack':
    'La última ronda empeoró al modelo con texto que nunca había visto. El árbitro la deshizo; esas páginas se leen otra vez.',
  'engine.contributions': 'Quién entrenó cuánto',
  'engine.contribution': '{tokens} tokens, {share}\u00a0%',
  'engine.nobody': 'Ningún aparato de tu laboratorio está entrenando ahora.',
  'engine.cannot':
    'Este aparato no puede entrenar un modelo, así que lo hace un compañero o el servidor. Tú decides con ellos.',
  'talk.title': 'Charla con tu modelo',
  'talk.about':
    'Contesta con sus propios pesos, en este navegador. Las mismas palabras pueden terminar distinto: eso es el *muestreo*.',
  'talk.tabAsk': 'Preguntar',
  'talk.tabGuess': 'Tú contra tu modelo',
  'talk.who': '¿Quién contesta?',
  'talk.beside': '¿Y a su lado?',
  'talk.nobodyElse': 'Nadie',
  'talk.nobody': 'Tu laboratorio todavía no tiene modelo.',
  'talk.otherIdea': 'Otra idea',
  'talk.kept': 'Lo que guardaste',
  'talk.keep': 'Guardar la respuesta a “{question}”',
  'talk.showClass': 'Mostrar a la clase',
  'talk.withHost': 'La tiene el anfitrión.',
  'talk.onScreen': 'Ahora está en la pantalla grande.',
  'talk.fetching': 'trayendo el modelo, unos {kilobytes} kB …',

  'voice.untrained': 'Sin entrenar',
  'voice.lastYear': 'Modelo del año pasado',
  'voice.base': 'Modelo base',
  'voice.tuned': 'Afinado',
  'voice.aligned': 'Alineado',
  'voice.undone': 'Alineado, antes de deshacer',
  'voice.hardened': 'Endurecido',
  'voice.final': '{team}',
  'voice.house': 'La Casa',
  'voice.of': '{team}: {voice}',
  'voice.winner': '{voice} (ganador)',

  'guess.lead':
    '¿Qué palabra sigue? Nadie entrenó con este texto. Primero eliges tú, y luego el modelo elige la que le parece más probable.',
  'guess.against': 'Juegas contra',
  'guess.loading': 'Buscando un texto …',
  'guess.thinking': 'Ahora adivina el modelo …',
  'guess.modelsPick': '(el modelo)',
  'guess.both':
    'Era “{word}”, y lo sabían los dos. El modelo le puso {trust} de su confianza entre estas cuatro.',
  'guess.you':
    'Era “{word}”: punto para ti. El modelo dijo “{model}” ({trust} de su confianza entre estas cuatro).',
  'guess.model':
    'Era “{word}”: punto para el modelo ({trust} de su confianza entre estas cuatro). Tú dijiste “{you}”.',
  'guess.neither':
    'Era “{word}”. Tú dijiste “{you}”, y el modelo “{model}” ({trust} de su confianza entre estas cuatro).',
  'guess.score': 'Tú {you}, modelo {model}, de {asked}',
  'guess.next': 'Otro texto',
  'talk.promptAnswer': 'Haz una pregunta (en inglés)',
  'talk.promptContinue': 'Empieza una frase (en inglés)',
  'talk.ideas': 'Podrías decir:',
  'talk.openerAnswer': 'Where does the baker live?',
  'talk.openerContinue': 'In the morning',
  'talk.send': 'Decirlo',
  'talk.thinking': 'pensando …',
  'talk.empty': '(no dijo nada)',
  'talk.failed': 'No se pudieron traer los pesos. Inténtalo de nuevo en un momento.',
  'talk.you': 'Tú',
};
