/** Words of a model that is taken home: the button, the page in the file, and the way back. */

export const home = {
  'home.take': 'Take your model home',
  'home.takeAbout':
    'It is yours to keep. The page works without a network: open it with a double click, talk to your model, and look inside it.',
  'home.takeAboutHall': 'Take this model with you. The page works without a network.',
  'home.page': 'Save as one page',
  'home.folder': 'Save as a folder for other tools',
  'home.folderAbout': 'A zip with ONNX, safetensors, a tokenizer and a program to run it.',
  'home.packing': 'Packing …',
  'home.saved': 'Saved: {name}, {kilobytes} kB.',
  'home.failed': 'The model could not be packed. Try once more in a moment.',

  'home.cardSize': 'Size',
  'home.cardSizeWords': '{parameters} parameters; reads {context} tokens at once',
  'home.cardStored': 'Stored with',
  'home.cardStored.fp32': 'all digits of its weights, so it says what it said in the match',
  'home.cardStored.fp16': 'half the digits of its weights, to keep the file small',
  'home.cardStored.int8': 'one byte for each weight, to keep the file small: some answers may differ',
  'home.cardScore': 'Score',
  'home.cardScoreWords': '{total} points: use {use}, trust {trust}, science {science}',
  'home.cardLimits': 'Limits',
  'home.cardLimitsWords':
    'It knows nothing but a made-up world. It makes things up, and it does not know when it does. It speaks English only.',

  'home.title': 'A model from Loss Leaders',
  'home.of': 'The model of {lab}',
  'home.lead': 'It was trained in browsers, in a match. All of it is in this file, and nothing leaves it.',
  'home.tabTalk': 'Talk',
  'home.tabCard': 'Model card',
  'home.temperature': 'Temperature',
  'home.temperatureLikeliest': '0: always the likeliest word',
  'home.nothing': 'This page holds no model that it can read.',

  'home.open': 'Bring a model that you took home',
  'home.openAbout': 'Choose the page that you saved. It stays on this device.',
  'home.choose': 'The saved page',
  'home.opening': 'Reading …',
  'home.opened': 'This is the model of {lab}.',
  'home.rival': 'One of the bots plays {lab}: it chooses the same, and trains anew.',
  'home.noRival': 'The file does not say what {lab} chose, so no bot can play it.',
  'home.problem.too_large': 'This file is too large to be a model that was taken home. Choose another one.',
  'home.problem.foreign': 'This is no model from this game. Choose the page that you saved after a match.',
  'home.problem.cut_off': 'The end of this file is missing. Copy it once more, or save it anew.',
  'home.problem.newer': 'A newer version of the game wrote this file. Update the game, and try again.',
  'home.problem.older':
    'An older version of the game wrote this file. Its page still works by itself, but this game reads models of today only.',
  'home.problem.edited': 'Something in this file was changed, so it can’t be trusted. Save the model anew.',
} as const;
