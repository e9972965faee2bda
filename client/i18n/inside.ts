/** Words of the drawer that shows a model's inside. */

export const inside = {
  'inside.title': 'Look inside',
  'inside.text': 'A text for it to read',
  'inside.look': 'Look',
  'inside.looking': 'Looking …',
  'inside.failed': 'This model could not be looked into. Try once more in a moment.',
  'inside.model': 'Model',

  'inside.noHeads':
    'This is a recurrent model. It passes one memory on from piece to piece and never looks back, so there are no heads to see.',

  'inside.tabNext': 'Next word',
  'inside.tabHeads': 'Attention',
  'inside.tabLayers': 'Layers',
  'inside.tabSwap': 'Swap',
  'inside.tabWords': 'Word map',
  'inside.tabPieces': 'Pieces',
  'inside.tabSide': 'Side by side',
  'inside.sideTwin': 'What differs most is “{piece}”: {before} by “{one}”, {after} by “{other}”.',

  'inside.nextLead':
    'This is all that a model computes: a chance for each piece that may come next. One of them is then drawn.',
  'inside.temperature': 'Temperature',
  'inside.temperatureZero': '0: the likeliest, always',
  'inside.topP': 'Top-p',
  'inside.topPAll': '1: all pieces',
  'inside.nextBar': '{piece}: {chance} by the model, {drawn} when drawn',
  'inside.nextKept': 'Of {all} pieces, {kept} can be drawn now.',
  'inside.nextLegend': 'Filled: its chance of being drawn. Outline: what the model says.',

  'inside.headsLead':
    'Each head looks back at other pieces and takes something from them. Press a piece to see where each head looks from there.',
  'inside.headName': 'Layer {layer}, head {head}',
  'inside.headTwin': '{name} looks most at {most}',
  'inside.headOff': '{name} is off',
  'inside.headSwitch': 'on',
  'inside.headsAbout': 'Switch heads off to see what they did.',
  'inside.answer': 'It goes on with',
  'inside.answerWhole': 'With all heads on',
  'inside.answerSame': 'Nothing changed: the others can do without it here.',
  'inside.from': 'Looking from',

  'inside.layersLead':
    'What would it say if it stopped early? After each layer, the guess for the next piece is read off.',
  'inside.layerZero': 'Before the first layer',
  'inside.layer': 'After layer {layer}',
  'inside.guess': '{piece} {chance}',

  'inside.wordsLead':
    'To a model, a word is a point in space. Here that space is pressed flat. Words that are used alike come to lie close.',
  'inside.layout': 'How to press it flat',
  'inside.layout.plane': 'Like a shadow',
  'inside.layout.neighbours': 'By neighbors',
  'inside.layoutMeaning.plane':
    'A shadow of all points, from the side where they spread most (PCA). What is far apart here is so in the model, too. But points that look close may stand one behind the other.',
  'inside.layoutMeaning.neighbours':
    'Each point is moved beside its closest ones (UMAP). Groups come out better; how far one group is from another means little here, and the map takes a moment.',
  'inside.drawing': 'Drawing the map ...',
  'inside.word': 'Find a word',
  'inside.find': 'Find',
  'inside.wordsNear': 'Closest to “{word}”: {near}',
  'inside.wordsUnknown': 'It has no piece for “{word}”. Try one of these: {some}',
  'inside.wordsAlike':
    'Of the {near} closest colored points to each colored one, {share} have its color. If words lay anywhere, it would be {chance}.',
  'inside.wordsTwin': '{count} words on a map.',
  'inside.kind.name': 'names',
  'inside.kind.job': 'jobs',
  'inside.kind.animal': 'animals',
  'inside.kind.place': 'places',
  'inside.kind.food': 'food',
  'inside.kind.thing': 'things',
  'inside.kind.other': 'other words',

  'inside.piecesLead':
    'It never sees letters. It sees numbers: each piece has one. That is why to spell a word backwards is hard for it.',
  'inside.piecesSpelling':
    '“{word}” reaches it as {count|the number|the numbers} {ids}. Nothing in {count|it|them} says that the last letter is “{last}”. To write “{backwards}”, it must have learned the letters of each piece by heart.',
  'inside.piecesCount': '{letters} letters became {pieces} pieces.',

  'inside.probeTitle': 'What can be read off each layer?',
  'inside.probeLead':
    'Between its layers, each word is a list of numbers. A straight cut is fitted through them, with one kind of words on each side. Then each word is sorted by a cut that was fitted without it.',
  'inside.probeAsk': 'Tell apart',
  'inside.probe.pronoun': 'people: she or he',
  'inside.probe.folk': 'people: hill folk or river folk',
  'inside.probe.animal': 'words: animal or food',
  'inside.probe.place': 'words: place or thing',
  'inside.probe.coin': 'people: heads or tails of a coin',
  'inside.probeRight': '{right} of {words} right',
  'inside.probeChance':
    'The dark line is what a guess gets that always says the same: {chance} of {words}. Only well above it has something been found. A coin says how far luck goes.',

  'inside.swapLead':
    'Take what the model had in mind at one piece of another text, and put it into this one. What does it say then?',
  'inside.swapOther': 'The other text',
  'inside.swapContinue': 'The baker',
  'inside.swapAnswer': 'What does the goat eat?',
  'inside.swap': 'Swap',
  'inside.swapFrom': 'Take from the other text',
  'inside.swapTo': 'Put into this text at',
  'inside.swapWhen': 'When',
  'inside.swapOwn': 'This text goes on with',
  'inside.swapOthers': 'The other text goes on with',
  'inside.swapped': 'After the swap',
  'inside.swapNext': 'Most likely next after the swap: {guesses}',
} as const;
