/** Words of the arena, and of the spotlight that the host turns on its answers. */

export const arenaWords = {
  'stage.arena': 'Arena',
  'projector.stage.arena': 'Everybody votes blind, never on their own lab.',
  'notes.arena.say':
    'Each pair shows what the world says, so nobody must guess. Labs never see their own answers. Watch the rulers on the podium: where they overlap, the vote has not decided.',
  'notes.arena.ask':
    'Did a well-sounding answer win over a true one? What would people vote for without the evidence card?',

  'arena.title': 'Blind vote',
  'arena.lead': 'Two curtains, two answers. One may be the House: a model that only counts words.',
  'arena.house': 'The House',
  'arena.tabVote': 'Vote',
  'arena.tabTalk': 'Talk',
  'arena.question.kind': 'Which answer is kinder?',
  'arena.question.true': 'Which answer is true?',
  'arena.tie': 'Neither is better',
  'arena.sampling': 'All models are being asked the same questions. A moment …',
  'arena.noBallot':
    'There is no other lab to vote on: nobody votes on their own. The curtains open in a moment.',
  'arena.allVoted': 'Thank you, that was your last pair. The curtains open when all have voted.',
  'arena.progress': '{count} of {total} pairs',
  'arena.others': '{done} of {count} players are done',
  'arena.revealTitle': 'The curtains are open',
  'arena.revealLead': 'This is who stood behind them. Votes are closed.',
  'arena.youVoted': 'your vote',
  'arena.youTied': 'You found neither better.',
  'arena.youSkipped': 'You did not vote on this one.',
  'arena.tally': '{a} for {left}, {b} for {right}, {tie} {tie|tie|ties}',
  'arena.votes': '{count} {count|vote|votes}',
  'arena.podium': 'Podium',
  'arena.podiumMeaning': 'wins out of 100 against the others, and how sure we are',
  'arena.podiumShort': 'wins out of 100, and how sure we are',
  'arena.podiumTwin':
    '{name}: {value} wins out of 100, surely between {low} and {high}, from {votes} {votes|vote|votes}',
  'arena.tooClose': '{first} and {second} overlap: too close to call.',
  'arena.clear': '{first} is ahead beyond doubt.',
  'arena.noVotes': 'There are no votes, so there is no rating.',
  'arena.spotlight': 'In the spotlight',

  'projector.arenaOpen': 'The curtains are open.',
  'projector.arenaVotes': '{votes} {votes|vote|votes}; {done} of {count} have finished',
  'projector.arenaWho': 'Whose is it?',

  'console.spotlight': 'Spotlight',
  'console.spotlightLead': 'Show a funny or telling answer on the projector. Rude ones are held back.',
  'console.spotlightShow': 'Show',
  'console.spotlightShowAria': 'Show on the projector: {answer}',
  'console.spotlightHide': 'Take it off the projector',
  'console.spotlightMore': 'More answers',

  'scene.arena.asking': 'Two closed curtains. The models are still being asked.',
  'scene.arena.twin':
    'Two curtains and a jar with {votes} {votes|ballot|ballots} of {wanted}. Asked: “{question}” A says “{a}”; B says “{b}”.{who}',
  'scene.arena.jar': 'Two curtains and a jar with {votes} {votes|ballot|ballots} of {wanted}.',
  'scene.arena.who': ' Behind A stood {a}, behind B {b}.',
  'scene.arena.ballots': '{votes} of {wanted}',
} as const;
