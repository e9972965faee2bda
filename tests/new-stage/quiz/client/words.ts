/** Words of the quiz. */

export const quizWords = {
  'stage.quiz': 'Quiz',
  'projector.stage.quiz': 'One question about the market, before anybody buys.',
  'why.quiz': 'Asking is how one finds out what was understood; real labs quiz their models all day.',
  'guide.quiz': 'Rehearsal: take a guess.',
  'notes.quiz.say': 'Guess first, look afterwards: that is how every experiment begins.',
  'notes.quiz.ask': 'What would you have to know to be sure?',
  'notes.quiz.watch': 'Who guesses at once, and who looks first.',
  'quiz.guessing': 'takes a guess',

  'quiz.title': 'Guess first',
  'quiz.question': 'Are there more pages in the web scrape than in the stories?',
  'quiz.yes': 'Yes',
  'quiz.no': 'No',
  'quiz.sure': 'I am sure',
  'quiz.sureCount': '{count} {count|player is|players are} sure',
  'quiz.open': 'The labs are thinking.',
  'quiz.right': 'The right answer: {answer}',
  'quiz.line': '{team} said: {answer}',

  'scene.quiz.twin': 'A board with one question: {question} {outcome}',
} as const;
