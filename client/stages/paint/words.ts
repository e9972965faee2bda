/** Words of painting. */

export const paintWords = {
  'stage.paint': 'Paint',
  'projector.stage.paint': 'Each lab trains its painter: it learns to see pictures behind noise.',
  'guide.paint': 'Rehearsal: take any size, then watch what it paints.',
  'why.paint':
    'The same computing can train a large painter for a short while or a small one for long; real labs weigh this, too.',
  'notes.paint.say':
    'The painter gets a picture under noise, and guesses what lies behind. Done often enough, it finds pictures where there is only noise.',
  'notes.paint.ask': 'What does it learn first: colors, places, or who somebody is?',
  'notes.paint.watch': 'A device that falls asleep: then another one goes on, or the server.',

  'paint.title': 'Train your painter',
  'paint.lead': 'All sizes cost the same computing: a larger painter takes fewer steps.',
  'paint.size': 'How large it is',
  'paint.small': 'Small',
  'paint.medium': 'Medium',
  'paint.large': 'Large',
  'paint.small.about': 'Many steps, and it holds little.',
  'paint.medium.about': 'Something of both.',
  'paint.large.about': 'It holds much, and takes few steps.',
  'paint.progress': 'Training',
  'paint.steps': '{steps} of {total} steps',
  'paint.waiting': 'The training begins in a moment …',
  'paint.byYou': 'Your device trains. Keep this page in front.',
  'paint.byOther': '{name}’s device trains.',
  'paint.byServer': 'The server trains for you.',
  'paint.done': 'Your painter is trained.',
  'paint.shown': 'What it paints by now',
  'paint.late': 'the painters are finished',
  'paint.loss': 'It still leaves open about {choices} colors for each pixel; at first it was {first}.',
  'paint.plan': '{size} painter',

  'line.noPainter': 'is choosing a size',
  'line.paint': '{steps} of {total} steps',
  'paint.race': 'How far the painters are',
  'scene.paint.heading': 'By now',
} as const;
