/** Words of fine-tuning. */

export const fineTuneWords = {
  'stage.fine-tune': 'Fine-tune',
  'projector.stage.fine-tune': 'Each lab teaches its model how to answer.',
  'notes.fine-tune.say':
    'It can write, but it does not know that it should answer. Cards show it how. Too little old reading mixed in, and it forgets.',
  'notes.fine-tune.ask': 'Compare before and after: did it learn facts, or only manners?',

  'fine-tune.title': 'Teach it manners',
  'fine-tune.lead': 'It can read. Now show it how to answer: write cards with a question and a good answer.',
  'fine-tune.tabCards': 'Cards',
  'fine-tune.tabStyle': 'Style',
  'fine-tune.tabAnswers': 'Answers',
  'fine-tune.tabTalk': 'Talk',
  'fine-tune.cards': '{count} cards',
  'fine-tune.cardsLeft': '{count} of {most} cards left to write',
  'fine-tune.cardsOver': '{count} cards too many: you have hours for {most}.',
  'fine-tune.cardsLeftOut':
    '{leftOut} {leftOut|card does|cards do} not fit into the {tokens} tokens that your model reads at once, so {leftOut|it was|they were} left out. Short answers fit, and so would a model that looks further back.',
  'fine-tune.cardsFew': 'Write at least {least} cards.',
  'fine-tune.style': 'How it should answer',
  'fine-tune.replay': 'Old reading mixed in',
  'fine-tune.replayMeaning': 'Without old reading it forgets what it knew.',
  'fine-tune.example': 'A card in this style',
  'fine-tune.deckLoading': 'Fetching cards …',
  'fine-tune.training': 'Your model is at school.',
  'fine-tune.waiting': 'The lesson begins in a moment …',
  'fine-tune.inForm': '{share}\u00a0% of its answers are in form, before: {before}\u00a0%.',
  'fine-tune.scoring': 'The referee reads its answers …',
  'fine-tune.base': 'before',
  'fine-tune.tuned': 'after',
  'fine-tune.true': 'true',
  'fine-tune.false': 'not true',
  'fine-tune.notInForm': 'not in form',
  'fault.empty': 'it says nothing',
  'fault.unfinished': 'it breaks off',
  'fault.unknown': 'nobody here knows that word in this place',
  'fault.other-question': 'it answers another question',
  'fault.no-answer': 'no card answers like this',

  'plan.fine-tune': '{cards} cards ({mix}), {style}, {replay} replay',

  'fine-tune.styleMix':
    'About {share}\u00a0% of your cards are in this style. The rest is in the others, so that voters have something to choose from.',

  'projector.lessons': 'The lessons',
  'projector.lessonRead': '{share}\u00a0% of the lesson read',
  'projector.inForm': '{share}\u00a0% in form',

  'scene.fine-tune.twin': 'The school desk: {count} {count|demonstration|demonstrations} chosen.{form}{said}',
  'scene.fine-tune.form': ' {percent} of answers are in form.',
  'scene.fine-tune.said': ' The tuned model says: "{answer}"',
  'scene.fine-tune.noCards': 'no cards yet',
  'scene.fine-tune.cards': '{count} {count|card|cards}',
} as const;
