/** Words of the engine: what a device does, and what it tells when something goes wrong. */

export const training = {
  'engine.fellBack':
    'Training with {from} failed, so this device goes on with {to} from the last good weights. It may be slower.',
  'engine.diverged': 'The numbers in this round ran off to infinity. The round is dropped and starts again.',
  'engine.hiddenTab':
    'Keep this page in front: a phone that sleeps or shows another tab stops training. If it does, you carry on when you return.',
  'engine.idle': 'resting',
  'engine.fetching': 'fetching weights',
  'engine.training': 'training',
  'engine.sending': 'sending the update',
  'engine.yours': 'Your device trains for the lab: {doing}, {speed} tokens/s',
  'engine.together': 'Beside you: {names}.',
  'engine.brought': 'Your device has brought its part. {names} {count|is|are} still at it.',
  'engine.averaging': 'All parts are in; they become one model.',
  'engine.others': '{names} {count|trains|train} for the lab now.',
  'engine.and': '{names} and {name}',
  'engine.server': 'the server',
  'engine.lent':
    'No device of your lab can train at this moment, so the server lends a hand. It is no faster than the best device of the slowest lab.',
  'engine.rolledBack':
    'The last round made the model worse on text it had never seen. The referee took it back; those pages are read again.',
  'engine.contributions': 'Who trained how much',
  'engine.contribution': '{tokens} tokens, {share} %',
  'engine.nobody': 'No device of your lab is training at this moment.',
  'engine.cannot':
    'This device cannot train a model, so a teammate or the server does it. You decide with them.',
  'talk.title': 'Talk to your model',
  'talk.about':
    'It answers from your lab’s own weights, in this browser. The same words can end differently: that is *sampling*.',
  'talk.promptAnswer': 'Ask a question',
  'talk.promptContinue': 'Begin a sentence',
  'talk.openerAnswer': 'Where does the baker live?',
  'talk.openerContinue': 'In the morning',
  'talk.send': 'Say it',
  'talk.thinking': 'thinking …',
  'talk.empty': '(it said nothing)',
  'talk.failed': 'The weights could not be fetched. Try again in a moment.',
  'talk.you': 'You',
  'talk.model': 'Model',
} as const;
