/** Words of matches that nobody hosts, and of texts that somebody reports. */

export const quick = {
  'quick.or': 'No code?',
  'quick.play': 'Play online',
  'quick.about':
    'With whoever is there, without a host, in about {minutes} minutes. Every lab may use the same amount of computing, so a phone plays on even terms with a laptop.',
  'quick.friends': 'Play with friends, without a host',
  'quick.looking': 'Looking for other labs …',

  'quick.title': 'Waiting for other labs',
  'quick.lead':
    'Nobody hosts this match: it begins, goes on and ends by its clock. Every lab may use the same amount of computing, on a phone as on a laptop.',
  'quick.youAre': 'You are called',
  'quick.otherName': 'Another name',
  'quick.begins': 'It begins in {time}. {count} {count|person is|people are} here.',
  'quick.alone':
    'If nobody else comes, a bot runs a lab against you, and the server really trains its model.',
  'quick.invite': 'Friends come in with the code {code}, or with this link:',
  'quick.begin': 'Begin now',

  'quick.labs': 'Who plays',
  'quick.bot': 'a bot',
  'quick.you': '{names} (your lab)',
  'quick.leave': 'Leave this match',
  'quick.leaveSure': 'Leave for good? A bot goes on with your lab if you are the last one in it.',
  'quick.leaveYes': 'Yes, leave',
  'quick.again': 'Play again',
  'quick.gained': 'Your device has {points} points now, {gained} more than before.',
  'quick.lost': 'Your device has {points} points now, {gained} fewer than before.',

  'title.online': 'Loss Leaders: table',
  'online.link': 'Table',
  'online.title': 'The table',
  'online.lead': 'Who did best in matches of strangers. Names are made by chance; yours is marked.',
  'online.season': 'Season',
  'online.season.this': 'This quarter',
  'online.season.last': 'Last quarter',
  'online.place': 'Place',
  'online.player': 'Player',
  'online.points': 'Points',
  'online.matches': 'Matches',
  'online.own': 'you',
  'online.nobody': 'Nobody yet. Play online, against at least one other lab of people.',
  'online.about':
    'A match counts when people play in two labs or more. Bots never count. Each quarter all come half of the way back to the middle. Points belong to this device: there are no accounts.',

  'hall.title': 'Hall of past labs',
  'hall.lead': 'Labs that won. Read what they chose, talk to their models, or play against them.',
  'hall.empty': 'It is empty. Win a match, and put your lab here.',
  'hall.points': '{points} points, {season}',
  'hall.against': 'Play against it',
  'hall.leave': 'Take my lab out',
  'hall.enter': 'Put the winner into the hall',
  'hall.enterAbout':
    'Everybody can then see what it chose and scored, and talk to its model. Names of people are not shown.',
  'hall.isIn': 'The lab is in the hall.',
  'hall.look': 'Look at it',
  'hall.rival':
    'One bot plays as {lab}: it chooses what that lab chose, and trains a model of its own on it.',

  'report-text.report': 'Report this text',
  'report-text.title': 'Reported texts',
  'report-text.lead':
    'Models say what they have read. These are gone for those who reported them. You can hide them from all.',
  'report-text.hide': 'Hide it from everybody',
  'report-text.show': 'Show it again',
} as const;
