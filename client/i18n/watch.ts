/** Words of the audience's page. */

export const watch = {
  'watch.lead': 'No lab of your own? Watch a match, and vote on what models say like all the others.',
  'watch.go': 'Watch',
  'watch.play': 'Play in a lab instead',
  'watch.wait': 'The labs are at work. Keep this page open: later you vote on what their models say.',
} as const;
