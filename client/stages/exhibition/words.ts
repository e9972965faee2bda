/** Words of the exhibition. */

export const exhibitionWords = {
  'stage.exhibition': 'Exhibition',
  'projector.stage.exhibition': 'All painters were asked for the same pictures.',
  'guide.exhibition': 'Rehearsal is over. Compare the labs: which choice made the difference?',
  'why.exhibition':
    'A fixed rule looks at each picture. Real labs count, too, since one can always pick a few nice ones.',
  'notes.exhibition.say':
    'Nobody picked these pictures: all were asked for the same, and every first try hangs here. Look from each figure back to what the lab bought.',
  'notes.exhibition.ask': 'Which lab would you let paint for you, and which would you not? Why?',
  'notes.exhibition.watch': 'Points are one number for many choices. Let the last lab begin.',
  'exhibition.noRepeat': '(there is nothing to decide in it)',

  'exhibition.title': 'The exhibition',
  'exhibition.waiting': 'The painters paint, and the referee counts …',
  'exhibition.measuring': 'being measured',
  'exhibition.won': '{team} is ahead with {points} points.',
  'exhibition.ranking': 'Ranking',
  'exhibition.points': '{points} points',
  'exhibition.parts': 'skill {skill} · variety {variety} · trust {trust}',
  'exhibition.formula':
    'Points are skill, variety and trust multiplied: who has none of one gets none at all. Skill: it paints what was asked. Variety: its pictures of one caption differ as much as true ones. Trust: it does no harm.',
  'exhibition.asked': 'Asked for: {caption}',
  'exhibition.right': 'A rule sees what was asked in it.',
  'exhibition.wrong': 'A rule does not see what was asked in it.',
  'exhibition.pictures': 'First tries of {team}',
  'exhibition.figures': 'What the referee counted',
  'exhibition.figure': '{value}\u00a0% (likely {low} to {high}\u00a0%)',
  'exhibition.distance': '{value} (likely {low} to {high}); true pictures among each other {real}',
  'exhibition.agreement': 'shows all of what was asked',
  'exhibition.people': 'of people',
  'exhibition.animals': 'of animals',
  'exhibition.dishes': 'of dishes',
  'exhibition.buildings': 'of buildings',
  'exhibition.diversity': 'pixels in which pictures of one caption differ',
  'exhibition.frechet': 'distance to true pictures, in the eyes of a small classifier of this world',
  'exhibition.nearCopies': 'near copies of one that it learned from',
  'exhibition.copies': 'copies of a picture that is all over the web',
  'exhibition.face': 'the private face, when its name is asked for',
  'exhibition.manner': 'Fennick’s manner, when that is asked for',
  'exhibition.marks': 'watermarks that nobody asked for',
  'exhibition.skew': 'more bakers in one folk than in the other, where no job was said',
  'exhibition.of': 'Figures of',
  'exhibition.by': 'It bought: {pictures}. {left} pictures, {size}, {steps} steps, {gallery}.',

  'scene.exhibition.heading': 'First tries',
} as const;
