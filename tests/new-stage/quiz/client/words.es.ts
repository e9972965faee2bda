/** Words of the quiz, in Spanish. */

import type { quizWords as english } from './words.ts';

export const quizWords: Record<keyof typeof english, string> = {
  'stage.quiz': 'Acertijo',
  'projector.stage.quiz': 'Una pregunta sobre el mercado, antes de que nadie compre.',
  'why.quiz':
    'Preguntar es la manera de saber qué se entendió; los laboratorios de verdad interrogan a sus modelos todo el día.',
  'guide.quiz': 'Ensayo: adivina.',
  'notes.quiz.say': 'Primero adivinen, después miren: así empieza todo experimento.',
  'notes.quiz.ask': '¿Qué tendrían que saber para estar seguros?',

  'quiz.title': 'Primero adivina',
  'quiz.question': '¿Hay más páginas web que páginas de cuentos?',
  'quiz.yes': 'Sí',
  'quiz.no': 'No, qué va',
  'quiz.sure': 'Estoy seguro',
  'quiz.sureCount': '{count} {count|jugador está seguro|jugadores están seguros}',
  'quiz.open': 'Los laboratorios están pensando.',
  'quiz.right': 'La respuesta correcta: {answer}',
  'quiz.line': '{team} dijo: {answer}',

  'scene.quiz.twin': 'Una pizarra con una pregunta: {question} {outcome}',
  'notes.quiz.watch': 'Quién adivina enseguida, y quién mira primero.',
  'quiz.guessing': 'está adivinando',
};
