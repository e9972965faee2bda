/** Words of the sound at the projector. */

export const sound = {
  'sound.volume': 'Sound at the projector',
  'sound.value': '{volume} of {most}',
  'sound.off': 'off',
  'sound.mute': 'Mute',
  'sound.press': 'Press once for sound: browsers ask for it.',
} as const;
