/** Words of the lobby. */

export const lobbyWords = {
  'stage.lobby': 'Lobby',
  'projector.stage.lobby': 'Take out your phone or laptop and join a lab.',
  'guide.lobby': 'Rehearsal: your device shows how fast it is. It goes on by itself.',
  'why.lobby': 'All a model can learn is bought with computing, so real labs count their machines first.',
  'notes.lobby.say':
    'Each team is a lab. Nothing your models will say is written by us: your own devices train them. Devices measure their speed now; slow ones are welcome.',
  'notes.lobby.ask': 'Who has used a chatbot this week? How do you think it learned to write?',
  'notes.lobby.watch':
    'A device that is never measured, and names that need a word. Labs should be about as big as each other.',
  'line.able': '{count} {count|device|devices} can train',
  'line.unmeasured': '{count} being measured',

  'lobby.title': 'Welcome to the yard',
  'lobby.lead': 'Your lab will train a language model from nothing. First: who are you, and with whom?',
  'lobby.yourName': 'Your name',
  'lobby.rename': 'Save',
  'lobby.teams': 'Labs',
  'lobby.join': 'Join',
  'lobby.joinAria': 'Join the lab {team}',
  'lobby.yours': 'your lab',
  'lobby.empty': 'nobody yet',
  'lobby.device': 'Your device',
  'lobby.measuring': 'Measuring how fast it can train …',
  'lobby.speed': 'It trains {speed} tokens a second.',
  'curious.backend': 'It computes with {backend}.',
  'lobby.insecure':
    'This address is not secure (http). So the browser keeps the graphics chip, threads and the screen lock from us, and training is slower. Over HTTPS it has all of them.',
  'lobby.speedMeaning':
    'The slowest lab sets how much compute all labs get, so a slow phone costs you nothing.',
  'lobby.waiting': 'Waiting for the host to start. {count} {count|person is|people are} here.',

  'scene.lobby.twin':
    "The lab's yard: {devices} {devices|device|devices} in {teams} {teams|team|teams}. {speed}",
  'scene.lobby.unmeasured': 'None has measured its speed yet.',
  'scene.lobby.measured': 'All at once they make {speed} tokens a second.',

  'classText.title': 'A text of your own',
  'classText.lead':
    'Labs may train on what your class brings: its own poems, a book, a page. It is sold beside the world’s texts. No test asks for it.',
  'classText.open': 'Bring a text',
  'classText.file': 'Choose a file',
  'classText.fileHint':
    'Plain text, a table (csv, jsonl), a web page (html) or a book (epub). It is read here, on this page.',
  'classText.paste': 'Or paste a text',
  'classText.look': 'Look at it',
  'classText.reading': 'Reading it …',
  'classText.column': 'Column with the text',
  'classText.facts': '{pages} pages, {size}. Language: {language}.',
  'classText.unknownLanguage': 'unknown',
  'classText.preview': 'The first pages',
  'classText.cut': 'It is longer than the market takes: only the first {most} are used.',
  'classText.leftOut':
    '{count} {count|sentence|sentences} with rude words {count|stays|stay} out: a classroom reads what the models say.',
  'classText.otherScript':
    'Its letters are not Latin. Each takes more than one byte, so a model reads less of it in the same time.',
  'classText.mask':
    '{count} {count|place looks|places look} like a secret, such as a code or a phone number. Put “[removed]” there.',
  'classText.secrets':
    '{count} {count|place|places} in it still {count|looks|look} like a secret. Labs can mask them with their scrubber.',
  'classText.name': 'Name on the market',
  'classText.license': 'License: why may you use it here?',
  'classText.licenseHint':
    'Such as: written by our class, all have agreed. Or: public domain. Players read it beside the name.',
  'classText.put': 'Put it on the market',
  'classText.putting': 'The server is looking at it …',
  'classText.kept': '“{name}” is on the market. License: {license}.',
  'classText.remove': 'Take it away',
  'classText.problem.file_too_big':
    'That file is too large, so it was not read. The most is {most}, a long book. Cut out a part of it.',
  'classText.problem.encoding':
    'The letters of that file are stored in an old way that can’t be told. Open it in its program, and save it as Unicode.',
  'classText.problem.binary':
    'That is no text but a file of another kind. Open it in the program that made it, and copy the words.',
  'classText.problem.bad_line':
    'Line {line} is no JSON object and no string, so nothing was read. Mend that line, and choose the file again.',
  'classText.problem.no_book':
    'That is a packed file, but no book that can be read here. Choose an EPUB that is not locked.',
  'classText.problem.empty_column':
    'There is no text in the column “{column}”, so nothing was read. Choose another column or file.',
  'classText.problem.empty': 'There is no word in it, so there is nothing to learn. Choose another text.',
  'classText.problem.no_letters':
    'That is mostly numbers and marks. A language model learns from words: choose a text with sentences.',
  'classText.problem.monotone':
    'That is nearly the same character over and over, so there is no language to learn. Bring real sentences.',
  'classText.problem.endless':
    'It is one long string without spaces, so it can’t be cut into pages. Bring a text with words in it.',
  'classText.problem.too_short':
    'That is too short: a model would know it by heart at once. Bring at least {least} letters.',
  'classText.problem.rude':
    'Nearly every sentence holds a rude word, so nothing is left to train on. Bring another text.',
} as const;
