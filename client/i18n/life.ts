/** Words of the strip that shows a model's whole life; why a stage matters stands with its other words. */

export const life = {
  'life.title': 'A model’s life, and where you are in it',
  'life.here': 'you are here',
} as const;
