/** Words of what a lab can do while its model pretrains: read the curve, go back, change the rate, look through the film. */

export const pretrain = {
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
  'pretrain.filmBits': '{bits} bits per byte',
  'pretrain.filmShort': '{when}: {bits} bits',
  'pretrain.filmPlace': '{at} of {count}',
  'pretrain.filmPrompt': 'Prompt',
  'pretrain.filmEmpty': 'The film begins when the model is first measured.',
  'pretrain.hintsTitle': 'What the curve says',

  'hint.spike':
    'A spike: training surprise jumped by {share}\u00a0%. Often it calms down by itself. If not, halve the learning rate or go back to a checkpoint.',
  'hint.by-heart':
    'It is learning by heart: training surprise still falls, held-out surprise rose by {rise} since {tokens} tokens. Stop early, or go back to the checkpoint before.',
  'hint.unread':
    'It is getting worse at {kind}, which your lab never reads: {rise} bits per byte since its best. Everything you do read is fine.',
  'hint.stall':
    'A stall: only {share}\u00a0% better since {tokens} tokens. The rate sinks later, which often helps. You could change the rate, or stop and save the time.',

  'plan.pretrain.back': 'Go back to the checkpoint after {tokens} tokens ({bits} bits per byte)',
  'plan.pretrain.backUnknown': 'Go back to an earlier checkpoint',
  'plan.pretrain.rate': 'Learning rate: {rate}',
} as const;
