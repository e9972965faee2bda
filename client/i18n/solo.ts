/** Words of a match alone: its start, and what the person does there as the host of it. */

export const solo = {
  'solo.rehearse': 'Rehearse first',
  'solo.title': 'Play alone',
  'solo.lead':
    'You run one lab, and {bots} bots run the others. All of it happens in this browser: their models are trained here, too. Nothing is sent anywhere.',
  'solo.bookLead':
    'Your lab can train on it: your own poems, a book, a page. It is sold on the market of this match, beside the world’s texts, and stays in this browser. No test asks for it.',
  'solo.bookKept': '“{name}” will be on the market. License: {license}.',
  'solo.begin': 'Begin',
  'solo.beginning': 'Opening the labs …',
  'solo.bot': '{name} (bot)',
  'solo.controls': 'You move the match on',
  'solo.soon': 'It begins as soon as your device is measured.',
  'solo.skipSure': 'Go on as if the time were up? Your lab gets what it has put together.',
  'solo.skipYes': 'Yes, go on',
  'solo.again': 'Play again',
  'solo.withOthers': 'Play with others',
} as const;
