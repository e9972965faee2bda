/** Words of the replay: a match that is over, seen again as the projector showed it. */

export const replay = {
  'title.replay': 'Loss Leaders: replay',
  'replay.open': 'The replay: the match as the projector showed it, at any speed',
  'replay.noSeat': 'The replay opens from the console, on the device of the host.',
  'replay.notOver': 'A match can be played again once it is over, in its last debrief.',
  'replay.controls': 'Controls of the replay',
  'replay.play': 'Play',
  'replay.pause': 'Pause',
  'replay.speed': 'Speed',
  'replay.times': '{times}×',
  'replay.seek': 'Place in the match',
  'replay.position': '{at} of {length}',
  'replay.stages': 'Go to a stage',
  'replay.waits':
    'Waits of more than {seconds} seconds are cut short. Players are called P1, P2 and so on. Nobody sees what you do here.',
  'replay.broken': 'The rest of this match can’t be played again.',
} as const;
