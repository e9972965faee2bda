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
} as const;
