/** Words of the scale stage: sizes, probes, the scaling plot and the bet. */

export const scaleWords = {
  'stage.scale': 'Scale',
  'projector.stage.scale': 'A bigger model, or more reading? The same compute for all.',
  'guide.scale': 'Rehearsal: pick a size that you like, and decide. “Small” is never wrong.',
  'why.scale': 'Too big or too small wastes the machines, so real labs try it out in small runs first.',
  'notes.scale.say':
    'All labs get the same compute. A model twice as big can only read half as much. There is no free choice here, only a good guess.',
  'notes.scale.ask':
    'Which would know more: a clever person who read one book, or a simple one who read a library?',
  'repeat.scale': 'trial runs, bets and plans.',
  'notes.scale.watch':
    'Labs that take the largest model at once. Nobody needs a trial run, but one shows more than a guess.',
  'line.trials': '{count} trial {count|run|runs} measured',
  'line.trialsOpen': '{count} under way',

  'scale.title': 'How big a brain?',
  'scale.lead': 'Every lab gets the same compute. A bigger model must read less: that is the deal.',
  'scale.sizes': 'Model size',
  'scale.start': 'What it starts from',
  'scale.start.scratch': 'Nothing: a new model',
  'scale.start.checkpoint': "Last year's model",
  'scale.startScratchAbout':
    'A new model knows nothing, and nothing old either. You choose its size, and it learns the words of the text you bought.',
  'scale.startCheckpointAbout':
    'Your {size} model of last year (it guesses like {guess}) reads on. It keeps its size and its words, speaks already, and believes what was true last year until it reads otherwise.',
  'scale.architecture': 'Kind of brain',
  'scale.architecture.transformer': 'Transformer',
  'scale.architecture.recurrent': 'Recurrent',
  'scale.transformerAbout':
    'It looks back at each token it has read, all at once. For a text of {context} tokens it carries {numbers} numbers along.',
  'scale.recurrentAbout':
    'It passes one memory of {numbers} numbers on from token to token, and never looks back. In our tests, with equal compute, it was {share}\u00a0% more surprised than a transformer. It learns faster at first, so probes flatter it.',
  'scale.context': 'How far it looks back',
  'scale.contextRecurrent': 'How much it reads in a row',
  'scale.contextTokens': '{tokens} tokens',
  'scale.row': 'its size is {parameters}, it reads {tokens} tokens, and it takes about {time}',
  'scale.brief.tiny': 'Tiny brain, reads most',
  'scale.brief.small': 'Small brain, reads much',
  'scale.brief.medium': 'Medium brain, reads some',
  'scale.brief.large': 'Large brain, reads little',
  'scale.brief.huge': 'Huge brain, reads least',
  'scale.columnTokens': 'tokens it reads',
  'scale.columnTime': 'time',
  'scale.perParameter': '{count} tokens for each parameter',
  'scale.advice':
    'Big labs found that about 20 tokens per parameter is a fair deal for huge models. Nobody knows it for yours: a probe tells more than a rule.',
  'scale.epochs': 'At this size your data is read about {epochs} times.',
  'scale.tooLong':
    'May not finish before the clock: about {time}, and the clock allows {clock}. A smaller size or more devices help; what it has learned by then counts.',
  'scale.noDevice': 'unknown',
  'scale.unread':
    'Probe and big run are measured on every kind of text. Your lab reads none of these, so it guesses them badly: {kinds}.',

  'plan.scale': '{size} model, {parameters} parameters, reads {context} tokens at once',

  'scale.tabSize': '1 Size',
  'scale.tabProbe': '2 Probe',
  'scale.tabBet': '3 Bet',
  'scale.titleProbe': 'Try it small',
  'scale.titleBet': 'Place your bet',
  'scale.leadProbe':
    'Train a little model for a few seconds before you spend everything. Probes are free and nobody has to.',
  'scale.leadBet': 'How surprised will your big model be at the end? The referee will measure it.',

  'probe.size': 'Size of the probe',
  'probe.share': 'Compute, as a part of the big run',
  'probe.shareOf': '1/{parts}',
  'probe.start': 'Start a probe',
  'probe.startNote': 'about {time}',
  'probe.startFree': '{tokens} tokens',
  'probe.left': '{count} of {most} probes left for your lab.',
  'probe.none': 'No probe has been measured yet. Start one: it takes seconds.',
  'probe.preparing': 'The server is still cutting your text into tokens. A few seconds …',
  'probe.cannot': 'This device cannot train. A teammate’s device can run the probes; you see them here.',
  'probe.all': 'Your lab has used its {most} probes.',
  'probe.busy': 'Your probe: {doing}',
  'probe.list': 'How your lab’s probes guess',
  'probe.row': '{size}, {tokens} tokens',
  'probe.sizeRecurrent': '{size}, recurrent',
  'probe.by': 'by {name}',
  'probe.status.asked': 'waiting for its text',
  'probe.status.training': 'training, {share}\u00a0%',
  'probe.status.elsewhere': 'training',
  'probe.status.trained': 'the referee is measuring',
  'probe.status.lost': 'lost: its device did not finish',
  'probe.chartX': 'compute; each mark is a multiple of the last',
  'probe.chartY': 'surprise: guesses like 1 in …; lower is better',
  'probe.bigRun': 'big run',
  'probe.bigRunName': 'The big run',
  'probe.bigRunMark': '★',
  'probe.predicted':
    'If the line goes on like this, the big run will guess like {loss}: between {low} and {high}.',
  'probe.tooFew': 'With {least} different amounts of compute, a line can be drawn to the big run.',
  'probe.noLaw': 'More compute has not helped in these probes, so no line is drawn. Try another size.',
  'probe.twinPoint': '{size} with {flops} sums: {guess}.',
  'probe.twin': 'Surprise against compute. {points}',

  'bet.slider': 'Our bet',
  'bet.value': 'guesses like {guess}',
  'bet.noBet': 'no bet',
  'bet.none': 'Move the slider to bet, or decide without a bet.',
  'bet.take': 'Bet what the line says: {guess}',
  'bet.clear': 'No bet',
  'bet.made':
    'You propose the bet together with the size. The debrief gives an award to the lab whose bet comes closest.',
  'bet.about':
    'Guessing blindly, with your vocabulary, would be at {blind}. A model that only counts words is at {counting}.',
  'bet.placed': 'Your lab bet {bet}.',
  'bet.result': 'Your lab bet {bet}; the referee measured {measured}: {share}\u00a0% {side}.',
  'bet.better': 'better than you thought',
  'bet.worse': 'worse than you thought',
  'bet.exact': 'Your lab bet {bet}, and the referee measured {measured}. Spot on!',
  'bet.string':
    'It bet that its big run would guess like {bet}; on the race’s text it came to {measured}, {share}\u00a0% off.',

  'rate.legend': 'Learning rate',
  'rate.normal': 'Normal',
  'rate.bold': 'Bold (×{factor})',
  'rate.meaning': 'How big each step is. Bold learns faster, until it stumbles.',

  'plan.scaleRecurrent': 'recurrent',
  'plan.scaleStart': "goes on from last year's model",
  'plan.scaleRate': 'bold learning rate',
  'plan.scaleBet': 'bet {bet}',

  'projector.scaling': 'The class’s scaling plot: every run of every lab',
  'projector.scalingBig': 'The stars are the big runs, where they really ended.',
  'projector.scalingTeam': '{team}: {points}',

  'scene.scale.twin':
    'A balance under one weight, the compute. In its pans: {parameters} parameters and {tokens} tokens.{time}',
  'scene.scale.budget': '{sums} sums',
  'scene.scale.time': ' Predicted time: {time}.',
  'scene.scale.parameters': 'parameters',
  'scene.scale.tokens': 'tokens',
  'scene.scale.predicted': 'predicted',
  'scene.scale.toSpend': 'to spend',
} as const;
