/** Words of the two open questions before and after a match. */

export const survey = {
  'survey.title.before': 'Before we begin: what do you think?',
  'survey.title.after': 'And now: what do you think?',
  'survey.lead': 'You may skip it. The host reads the answers, but not who wrote them.',
  'survey.question.wrong': 'Why do such models say wrong or strange things?',
  'survey.question.next': 'How does such a model choose its next word?',
  'survey.send': 'Hand it in',
  'survey.sent.before': 'It is in. You can change it until the match begins.',
  'survey.sent.after': 'It is in. You can still change it.',

  'survey.card': 'What players think, before and after',
  'survey.count': '{count} of {players} {players|player|players} have answered.',
  'survey.hostLead': 'Nobody’s name is here. Tick what you find in an answer: the table counts it.',
  'survey.time.before': 'before',
  'survey.time.after': 'after',
  'survey.short.wrong': 'Why wrong:',
  'survey.short.next': 'Next word:',
  'survey.nothing': 'no answer',
  'survey.rubricOf': 'What is in the answers {time} the match',
  'survey.rubric.data': 'names the text it read',
  'survey.rubric.chance': 'names chance',
  'survey.rubric.votes': 'names what people voted for',
  'survey.rubric.mind': 'thinks that it knows or wants',
  'survey.quote': 'The report may quote this, without a name',
  'survey.found': 'Found in the answers',
  'survey.share': '{count} of {all}',
  'survey.report': 'What players think such models are',
  'survey.reportLead':
    'Two questions were asked before the match and after it. The host read the answers and counted.',
  'survey.create': 'Ask two questions before and after, without names',
} as const;
