/** Words of pretraining: the curve and what it says, steering, the film, the guessing game. */

export const pretrainWords = {
  'stage.pretrain': 'Pretrain',
  'projector.stage.pretrain': 'The models read. Every device in this room works.',
  'why.pretrain':
    'Here it learns all it will know; in real labs this takes months and a great deal of money.',
  'guide.pretrain': 'Rehearsal: watch the line fall, and see how letters become words.',
  'notes.pretrain.say':
    'The thick line is surprise on text nobody trained on. Watch the samples: first letters, then words, then sentences. Play the guessing game meanwhile.',
  'notes.pretrain.ask':
    'When did your model say its first real word? Is it still getting better, or is the curve flat?',
  'repeat.pretrain': 'all that was trained and its curves. Training starts anew from the same weights.',
  'notes.pretrain.watch':
    'Dark screens: a page that is hidden does not train. Curves that turn up while training goes on. Such a lab does not read some kind of text that all are tested on. Its model gets worse at it; the word behind its figure says which kind.',
  'line.preparing': 'text being prepared',
  'line.parameters': '{parameters} parameters',

  'pretrain.title': 'Let it read',
  'pretrain.preparing': 'The server is cutting your text into tokens. A few seconds …',
  'pretrain.lead': 'Your model guesses the next word, over and over, and is corrected each time.',
  'pretrain.done': 'Training is over.',
  'pretrain.stoppedEarly': 'Stopped early, as your lab decided.',
  'pretrain.surpriseNow': 'Its surprise: it guesses each letter like {guess}.',
  'pretrain.mostly': 'Most of that comes from {kind}.',
  'pretrain.hardest': 'Hardest for it: {kind}.',
  'pretrain.surpriseStart': 'Untrained, it was {guess}.',
  'pretrain.surpriseGoingOn': 'As it came from last year, it was {guess}.',
  'pretrain.tabWatch': 'Watch',
  'pretrain.tabGame': 'Guess',
  'pretrain.tabTalk': 'Talk',
  'pretrain.chartY': 'surprise: guesses like 1 in …; lower is better',
  'pretrain.chartX': 'tokens read; each mark is a multiple of the last',
  'pretrain.heldOut': 'held-out',
  'pretrain.train': 'training',
  'pretrain.trigram': 'counting model',
  'pretrain.twin':
    'After {tokens} tokens it guesses letters of held-out text like {now}; it began at {start}. A simple counting model reaches {trigram}. {others}',
  'pretrain.twinOther': '{team}: {guess}.',
  'pretrain.twinNothing': 'No measurement yet.',
  'pretrain.film': '“{prompt} …” as it learned',
  'pretrain.filmTokens': '{tokens}',
  'pretrain.filmUntrained': 'untrained',
  'pretrain.progress': '{used} of {total} tokens',
  'pretrain.eta': '{time} left',
  'pretrain.stop': 'Stop early',
  'pretrain.stopSure': 'Sure? It has read {share}\u00a0% of its text. What is left is lost.',
  'pretrain.stopYes': 'Yes, stop here',
  'pretrain.stopNo': 'Read on',
  'pretrain.takeBack': 'Read on after all ({seconds})',
  'pretrain.stopVote': 'You want to stop. {count} of {needed} voices.',
  'pretrain.gameTitle': 'Play the model',
  'pretrain.gameLead': 'This is all that it does all day: pick the next word.',
  'pretrain.gameLoading': 'Fetching a page of your data …',
  'pretrain.gameNone': 'There is no page to guess from yet.',
  'pretrain.gameRight': 'Right. It really said “{word}”.',
  'pretrain.gameWrong': 'It said “{word}”.',
  'pretrain.gameNext': 'Next one',
  'pretrain.gameScore': '{right} of {asked} right',
  'pretrain.gameMeaning':
    'Guessing blindly gives 1 in {choices}. Where you were sure, a model can be too: that is low surprise.',
  'pretrain.gameFrom': 'from {kind}',

  'plan.pretrain': 'Stop training now',

  'pretrain.tabSteer': 'Steer',
  'pretrain.steerLead': 'Anyone may propose; your lab agrees.',
  'pretrain.rateLegend': 'Learning rate from now on',
  'pretrain.rate.0.5': 'Half',
  'pretrain.rate.1': 'As planned',
  'pretrain.rate.2': 'Double',
  'pretrain.rateNow': 'It is {rate} now.',
  'pretrain.propose': 'Propose',
  'pretrain.back': 'Go back to {tokens} tokens',
  'pretrain.backPropose': 'Propose to go back to {tokens} tokens',
  'pretrain.backAbout':
    'Going back takes the weights of that checkpoint. What was read since stays paid for, as in a real lab.',
  'pretrain.filmSlider': 'Checkpoint',
  'pretrain.filmAt': 'after {tokens} tokens',
  'pretrain.filmBits': 'guesses like {guess}',
  'pretrain.filmShort': '{when}: {guess}',
  'pretrain.filmPlace': '{at} of {count}',
  'pretrain.filmPrompt': 'Prompt',
  'pretrain.filmEmpty': 'The film begins when the model is first measured.',
  'pretrain.hintsTitle': 'What the curve says',

  'hint.spike':
    'A spike: training surprise jumped by {share}\u00a0%. Often it calms down by itself. If not, halve the learning rate or go back to a checkpoint.',
  'hint.by-heart':
    'It is learning by heart: training surprise still falls, held-out surprise has risen since {tokens} tokens. Stop early, or go back to the checkpoint before.',
  'hint.unread': 'It is getting worse at {kind}, which your lab never reads. Everything you do read is fine.',
  'hint.stall':
    'A stall: only {share}\u00a0% better since {tokens} tokens. The rate sinks later, which often helps. You could change the rate, or stop and save the time.',

  'plan.pretrain.back': 'Go back to the checkpoint after {tokens} tokens, when it guessed like {guess}',
  'plan.pretrain.backUnknown': 'Go back to an earlier checkpoint',
  'plan.pretrain.rate': 'Learning rate: {rate}',

  'scene.pretrain.training':
    'The machine hall: {devices} {devices|device|devices} training, {used} of {total} tokens used, {loss}. {said}',
  'scene.pretrain.resting':
    'The machine hall: {devices} {devices|device|devices} at rest, {used} of {total} tokens used, {loss}. {said}',
  'scene.pretrain.loss': 'guessing letters of held-out text like {guess}',
  'scene.pretrain.bits': 'guesses like {guess}',
  'scene.pretrain.unmeasured': 'not measured yet',
  'scene.pretrain.silent': 'It has said nothing yet.',
  'scene.pretrain.said': 'Newest sample: "{sample}"',
} as const;
