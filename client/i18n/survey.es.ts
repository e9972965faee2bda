/** Words of the two open questions, in Spanish. */

import type { survey as english } from './survey.ts';

export const survey: Record<keyof typeof english, string> = {
  'survey.title.before': 'Antes de empezar: ¿qué piensas?',
  'survey.title.after': 'Y ahora: ¿qué piensas?',
  'survey.lead': 'Puedes saltarlo. El anfitrión lee las respuestas, pero no quién las escribió.',
  'survey.question.wrong': '¿Por qué esos modelos dicen cosas falsas o raras?',
  'survey.question.next': '¿Cómo elige un modelo así su próxima palabra?',
  'survey.send': 'Entregar',
  'survey.sent.before': 'Ya está. Puedes cambiarlo hasta que empiece la partida.',
  'survey.sent.after': 'Ya está. Todavía puedes cambiarlo.',

  'survey.card': 'Lo que piensan los jugadores, antes y después',
  'survey.count': '{count} de {players} {players|jugador respondió|jugadores respondieron}.',
  'survey.hostLead': 'Aquí no hay nombres. Marca lo que encuentras en una respuesta: la tabla lo cuenta.',
  'survey.time.before': 'antes',
  'survey.time.after': 'después',
  'survey.short.wrong': 'Por qué se equivoca:',
  'survey.short.next': 'Próxima palabra:',
  'survey.nothing': 'sin respuesta',
  'survey.rubricOf': 'Lo que hay en las respuestas de {time}',
  'survey.rubric.data': 'nombra el texto que leyó',
  'survey.rubric.chance': 'nombra el azar',
  'survey.rubric.votes': 'nombra lo que la gente votó',
  'survey.rubric.mind': 'cree que sabe o quiere algo',
  'survey.quote': 'El informe puede citar esto, sin nombre',
  'survey.found': 'Lo que hay en las respuestas',
  'survey.share': '{count} de {all}',
  'survey.report': 'Qué piensan los jugadores que son esos modelos',
  'survey.reportLead':
    'Se hicieron dos preguntas antes de la partida y después. El anfitrión leyó las respuestas y contó.',
  'survey.create': 'Hacer dos preguntas antes y después, sin nombres',
};
