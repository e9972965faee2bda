/** Words of buying pictures. */

export const picturesWords = {
  'stage.pictures': 'Pictures',
  'projector.stage.pictures': 'Each lab buys pictures with captions, and throws out what harms.',
  'guide.pictures': 'Rehearsal: buy something, and decide.',
  'why.pictures':
    'A painter can only mix what it has seen; real labs fight over which pictures they may use at all.',
  'notes.pictures.say':
    'Your model will paint. It learns from pictures with words below them. Cheap pictures have faults: look closely before you buy.',
  'notes.pictures.ask': 'May a lab use pictures of a painter who said no? Who should decide that?',
  'notes.pictures.watch': 'Labs that buy without looking at the samples. Ask what is wrong in each source.',

  'pictures.title': 'Buy pictures',
  'pictures.lead':
    'Your painter learns from pictures and the words below them. Each source has a fault of its own.',
  'pictures.buy': 'What you buy',
  'pictures.coins': '{coins} {coins|coin|coins}',
  'pictures.cost': '{cost} of {budget} coins',
  'pictures.drawing': 'The sellers unpack their samples …',
  'pictures.samples': 'Samples: {source}',
  'pictures.clean': 'What you throw out',
  'pictures.cleanAbout': 'Each choice costs pictures, and a painter with few of them knows little.',
  'pictures.plan': '{sources}; thrown out: {cleaning}',
  'pictures.nothing': 'nothing',
  'pictures.set': '{left} pictures are left of {bought}.',
  'pictures.dropped': '{name}: {count} thrown out',
  'pictures.kinds':
    'What they show: {people} people, {animals} animals, {dishes} dishes, {buildings} buildings.',
  'pictures.cleaning': 'The referee cleans your pictures …',
  'pictures.some': 'Some of your pictures',

  'source.town': 'The town’s archive',
  'source.town.about': 'People and buildings. Clean, and dear.',
  'source.farm': 'The farm’s album',
  'source.farm.about': 'Animals and dishes. Clean.',
  'source.web': 'The web',
  'source.web.about':
    'A bit of everything. Many captions are wrong, and a few pictures are there again and again.',
  'source.stock': 'A seller’s samples',
  'source.stock.about': 'Many of them bear the seller’s mark. Of one folk, nearly all are bakers.',
  'source.fans': 'A fan page',
  'source.fans.about':
    'Many of them copy Fennick, who asked not to be learned from. And one private face looks out of many.',

  'clean.copies': 'Copies',
  'clean.captions': 'Wrong captions',
  'clean.marks': 'Watermarks',
  'clean.manner': 'Fennick’s manner',
  'clean.faces': 'The private face',
  'clean.balance': 'Too many of one kind of people',

  'scene.pictures.heading': 'Bought pictures',
  'line.pictures': '{left} pictures left of {bought}',
  'line.noPictures': 'is still choosing pictures',
  'hanging.twin': 'A wall with {count} {count|picture|pictures}: {captions}.',
  'hanging.empty': 'A wall with empty frames.',
} as const;
