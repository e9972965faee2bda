/** Words of fine-tuning. */

export const fineTuneWords = {
  'stage.fine-tune': 'Fine-tune',
  'projector.stage.fine-tune': 'Each lab teaches its model how to answer.',
  'guide.fine-tune': 'Rehearsal: decide on the cards as they are, then look at the answers.',
  'why.fine-tune': 'It can write, but it can’t yet answer; real labs pay people to write answers for it.',
  'notes.fine-tune.say':
    'It can write, but it does not know that it should answer. Cards show it how. Too little old reading mixed in, and it forgets.',
  'notes.fine-tune.ask': 'Compare before and after: did it learn facts, or only manners?',
  'repeat.fine-tune': 'lessons and what was trained on them. The pretrained models stay.',
  'notes.fine-tune.watch':
    'A lesson that starts late: it needs time after the decision. The share in form should jump.',
  'line.noLesson': 'no lesson yet',
  'line.cards': 'cards being laid out',
  'line.form': 'in form: {before}\u00a0% before, {after}\u00a0% now',

  'fine-tune.title': 'Teach it manners',
  'fine-tune.lead':
    'It can read. Now show it how to answer: with cards that hold a question and a good answer.',
  'fine-tune.tabCards': 'Cards',
  'fine-tune.tabStyle': 'Style',
  'fine-tune.tabOwn': 'Your cards',
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
  'fine-tune.styleLines': 'Say the style before the question',
  'fine-tune.styleLines.off': 'no',
  'fine-tune.styleLines.on': 'on cards in other styles',
  'fine-tune.styleLinesMeaning':
    'So the model learns to follow a line such as “be brief”. Without such cards it takes no notice of one.',
  'fine-tune.talks': 'Cards with a talk before the question',
  'fine-tune.talks.off': 'no',
  'fine-tune.talks.on': '{share}\u00a0%',
  'fine-tune.talksMeaning':
    'When you serve it, citizens may ask “And where does she live?”. On such cards the model sees what was said before, or notes of it. They take the place of other cards.',
  'fine-tune.evidence': 'Cards with a document before the question',
  'fine-tune.evidenceMeaning':
    'Later your model may look things up. It reads a document only if it learned to here. These cards take the place of others.',
  'fine-tune.tools': 'Cards that show how to call a tool',
  'fine-tune.toolsMeaning':
    'Later your model may have tools that count, look up days, and know where keys are. It calls them only if it learned to here. These cards take the place of others.',
  'fine-tune.toolsExample': 'For example: “{question}” – “{answer}”',
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

  'ownCards.lead':
    'Write cards of your own. About {share}\u00a0% of what your device practises comes from them, so even a few are learned well. They never leave this device.',
  'ownCards.question': 'Question',
  'ownCards.questionExample': 'Who is our teacher?',
  'ownCards.answer': 'A good answer',
  'ownCards.answerExample': 'Our teacher is a very tall goat.',
  'ownCards.add': 'Add the card',
  'ownCards.remove': 'Take it out',
  'ownCards.count': '{count} of up to {most} cards of your own',
  'ownCards.closed': 'The lesson is over. Ask your model: did it learn them?',
  'ownCards.problem.no_question': 'The card has no question yet.',
  'ownCards.problem.no_answer': 'The card has no answer yet.',
  'ownCards.problem.no_question_mark':
    'End the question with a question mark: that is how your model knows one.',
  'ownCards.problem.no_full_stop':
    'End the answer with a full stop, “!” or “?”: so your model learns where to stop.',
  'ownCards.problem.too_long': 'That is too long: question and answer have {letters} letters each at most.',
  'ownCards.problem.does_not_fit': 'That is more than your model reads at once. Say it in fewer words.',
  'ownCards.problem.rude': 'There is a rude word in it, and a classroom reads what your model says.',
  'ownCards.problem.repeated': 'You have a card with this question already.',
  'ownCards.problem.too_many': 'You have {most} cards, which is the most. Take one out first.',

  'plan.fine-tune.evidence': ', {share}\u00a0% with documents',
  'plan.fine-tune.tools': ', {share}\u00a0% with calls',
  'plan.fine-tune.talks': ', with talks',
  'plan.fine-tune.lines': ', styles said before questions',
  'plan.fine-tune': '{cards} cards ({mix}), {style}, {replay} replay{more}',

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
  'fine-tune.overtime': 'all learn their lesson ({seconds} s)',
} as const;
