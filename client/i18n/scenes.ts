/** Words of the scenes: the few on the canvas, and the text twins that say what a picture says. */

export const scenes = {
  'scene.large': 'Make the picture large',
  'scene.you': 'you',
  'scene.tokensPerSecond': 'tokens/s',
  'scene.speed': '{speed} tokens/s',
  'scene.together': 'tokens/s together',
  'scene.measuring': 'measuring',
  'scene.points': '{points} points',
} as const;
