/** Words of federated training: a player's own text that stays on the device, and the privacy of what leaves it. */

export const ownText = {
  'ownText.tab': 'Own text',
  'ownText.title': 'Your own text',
  'ownText.lead': 'Train on my own text. It never leaves this device.',
  'ownText.label': 'Paste a text that you like',
  'ownText.hint':
    'A diary, a poem, a story, in any language: at least {least} letters. It stays in this page’s memory, and is gone when you close it.',
  'ownText.add': 'Train on it',
  'ownText.adding': 'Reading it …',
  'ownText.kept': 'Your text is in: {size}. Up to {share}\u00a0% of what your device reads comes from it.',
  'ownText.leftOut':
    '{count} {count|sentence|sentences} with rude words {count|stays|stay} out: a classroom reads what the model says.',
  'ownText.remove': 'Take it out',
  'ownText.team':
    '{count} {count|player of your lab adds|players of your lab add} own text. Nobody else sees the words, not even the server.',
  'ownText.problem.empty': 'There is nothing in it yet. Paste a text first.',
  'ownText.problem.too_big':
    'That is too long: {most} letters, a whole book, is the most. Paste a part of it.',
  'ownText.problem.binary':
    'That is no text but a file of another kind. Open it in the program that made it, and copy the words.',
  'ownText.problem.too_short': 'That is too short to learn from. Paste at least {least} letters.',
  'ownText.problem.monotone':
    'That is nearly the same character over and over, so there is no language to learn. Paste real sentences.',
  'ownText.problem.rude':
    'Nearly every sentence holds a rude word, so nothing is left to train on. Paste another text.',
  'ownText.noise': 'Noise over your updates',
  'ownText.noise.off': 'off',
  'ownText.noise.some': 'some',
  'ownText.noise.much': 'much',
  'ownText.noiseAbout.off':
    'Your updates are only kept short. Somebody clever could still guess from them what you wrote.',
  'ownText.noiseAbout.some':
    'A little chance on every number. It costs the model next to nothing, and promises you next to nothing.',
  'ownText.noiseAbout.much':
    'So much noise that the promise counts, and that what your device learned drowns in it. That is the price in a lab this small.',
  'ownText.nothingSpent': 'No update with your text in it has left this device yet.',
  'ownText.spent':
    '{updates} {updates|update has|updates have} left this device. They read {tokens} tokens of your text.',
  'ownText.epsilon': 'Privacy spent: epsilon {epsilon}, at delta {delta}.',
  'ownText.endless': 'endless',
  'ownText.promise.strong': 'That is a strong promise.',
  'ownText.promise.fair': 'That is a promise that counts.',
  'ownText.promise.weak':
    'That is no promise to rely on; one that counts stays below {fair}. With so few devices, noise that strong would drown everything.',
  'ownText.promise.none': 'Without noise there is no promise at all.',
} as const;
