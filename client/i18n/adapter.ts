/** Words of personal adapters: what a copy of a model learns of a player's own text. */

export const adapter = {
  'adapter.tab': 'Your text',
  'adapter.lead':
    'Teach a copy of your model a text of yours. Its numbers stand still: a small adapter beside them learns. Text and adapter stay on this page.',
  'adapter.recurrent':
    'An adapter sits between the blocks of a transformer. Your model is recurrent and has none, so there is nothing to put it into.',
  'adapter.train': 'Train my adapter',
  'adapter.wait': 'Your lab is training. When it is done, your device is free for this.',
  'adapter.learning': 'Reading your text again and again …',
  'adapter.failed': 'That could not be learned this time. Try again.',
  'adapter.learned': 'Learned: {size} of your text, beside “{model}”.',
  'adapter.size': 'Size',
  'adapter.time': 'Time',
  'adapter.guess': 'Guesses like',
  'adapter.before': 'Before',
  'adapter.rank': 'Adapter of rank {rank}',
  'adapter.whole': 'All of the model',
  'adapter.measured': 'Measured on the end of your text, which nothing here has read.',
  'adapter.byHeart':
    'It knows your text by heart, and guesses worse how it goes on: so little text was read too often. A longer one helps.',
  'adapter.trainWhole': 'Train all of it, to compare',
  'adapter.forget': 'Take another text',
  'adapter.on': 'Your adapter is on',
  'adapter.off': 'Your adapter is off',
  'adapter.with': '{model}, with your adapter',
} as const;
