/** Words of the arena, and of the spotlight that the host turns on its answers. */

export const arenaWords = {
  'stage.arena': 'Arena',
  'projector.stage.arena': 'Everybody votes blind, never on their own lab.',
  'why.arena':
    'A test can be learned by heart, a blind vote can’t; real labs put their models to such votes, too.',
  'guide.arena': 'Rehearsal: vote for the better answer. You don’t know whose it is.',
  'notes.arena.say':
    'Half of the questions can be checked, and the card then says what the world knows. The other half only people can say: which is funnier, which would you rather be told, which is safer? Labs never see their own answers. Watch the rulers on the podium: where they overlap, the vote has not decided.',
  'notes.arena.ask':
    'Did a well-sounding answer win over a true one? Who won on “true”, and who on “funnier”? Is a funny model a good one?',
  'arena.noRepeat': '(not after the curtains: all know who said what)',
  'repeat.arena': 'all votes. The models are asked again.',
  'notes.arena.watch': 'Loud guessing whose model it is. Who has votes left stands beside each lab.',
  'line.asked': 'models being asked',
  'line.ballots': '{given} of {wanted} votes cast',
  'line.stillVoting': 'still voting: {names}',
  'line.noModel': 'had no model to show',
  'line.wins': 'would win {wins} of 100',

  'arena.title': 'Blind vote',
  'arena.lead': 'Two curtains, two answers. One may be the House: a model that only counts words.',
  'arena.house': 'The House',
  'arena.tabVote': 'Vote',
  'arena.tabTalk': 'Talk',
  'arena.question.kind': 'Which answer is kinder?',
  'arena.question.true': 'Which answer is true?',
  'arena.question.funny': 'Which answer is funnier?',
  'arena.question.told': 'Which would you rather be told?',
  'arena.question.safe': 'Which answer is safer to follow?',
  'arena.hint.kind': 'Vote for the warmer one, true or not.',
  'arena.hint.true': 'Vote for the one that says what is so.',
  'arena.hint.funny': 'Vote for the one that makes you laugh.',
  'arena.hint.told': 'Vote for the one that you would like to get as an answer.',
  'arena.hint.safe': 'Think of somebody who believes it and does it.',
  'arena.how': 'How pairs are made',
  'arena.how.meet':
    'Any two labs meet equally often, and each lab meets the House. Both got the same question; which side an answer stands on is drawn.',
  'arena.how.alone':
    'Your lab meets the House. Both got the same question; which side an answer stands on is drawn.',
  'arena.how.half':
    'Half of the questions can be checked: is it true, is it kind? The rest only people can answer. Which is funnier? Which would you rather be told? Which is safer?',
  'arena.how.own':
    'You never vote on your own lab. With two labs, people without a lab and the host vote on the pairs where the labs meet.',
  'arena.how.weigh':
    'Three groups vote: the players; the audience with the host; the referee, who goes by rule. No group has more than half of the say.',
  'arena.tie': 'Neither is better',
  'arena.sampling':
    'All models are being asked the same questions. The clock starts when their answers are here.',
  'arena.noPairs': 'The models could not be asked, so there is no vote. The match goes on in a moment.',
  'arena.noBallot':
    'There is no other lab to vote on: nobody votes on their own. The curtains open in a moment.',
  'arena.allVoted': 'Thank you, that was your last pair. The curtains open when all have voted.',
  'arena.progress': '{count} of {total} pairs',
  'arena.others': '{done} of {count} voters are done',
  'arena.revealTitle': 'The curtains are open',
  'arena.revealLead': 'This is who stood behind them. Votes are closed.',
  'arena.byQuestion': 'By question',
  'arena.yourPairs': 'The pairs you had',
  'arena.comparisons': 'A comparison is one vote, or one check by the referee.',
  'arena.wins': '{name}: {wins} wins out of 100, from {votes} {votes|comparison|comparisons}',
  'arena.say': 'Who had how much to say: {who}.',
  'arena.bench.rivals': 'players {share} ({votes} {votes|vote|votes})',
  'arena.bench.audience': 'audience and host {share} ({votes} {votes|vote|votes})',
  'arena.bench.referee': 'referee {share} ({votes} {votes|check|checks})',
  'arena.referee': 'The referee, by rule: {who}.',
  'arena.refereeTie': 'neither is better',
  'arena.youVoted': 'your vote',
  'arena.youTied': 'You found neither better.',
  'arena.youSkipped': 'You did not vote on this one.',
  'arena.tally': '{a} for {left}, {b} for {right}, {tie} {tie|tie|ties}',
  'arena.votes': '{count} {count|vote|votes}',
  'arena.podium': 'Podium',
  'arena.podiumMeaning': 'wins out of 100 against the others, and how sure we are',
  'arena.podiumShort': 'wins out of 100, and how sure we are',
  'arena.houseIs': 'The House is no lab: it only counts which words follow each other.',
  'arena.podiumTwin':
    '{name}: {value} wins out of 100, surely between {low} and {high}, from {votes} {votes|comparison|comparisons}',
  'arena.tooClose': '{first} and {second} overlap: too close to call.',
  'arena.clear': '{first} is ahead beyond doubt.',
  'arena.noVotes': 'There are no votes, so there is no rating.',
  'arena.spotlight': 'In the spotlight',

  'projector.arenaAsking': 'All models get the same questions. The clock starts when their answers are here.',
  'projector.arenaVote': 'Everybody votes blind, never on their own lab. No lab? Vote too, at {address}',
  'projector.arenaOpen': 'The curtains are open.',
  'projector.arenaVotes': '{votes} {votes|vote|votes}; {done} of {count} have finished',
  'projector.arenaWho': 'Whose is it?',

  'console.hostVote': 'Your own votes',
  'console.hostVoteLead':
    'You have no lab in the race, so you may vote on any pair: above all on those where the labs meet.',
  'console.hostVoteBegin': 'Vote',
  'console.hostVoteSoon':
    'The models are being asked. As soon as their answers are here, you can vote on any pair and put an answer on the projector.',
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
  'arena.curtains': 'the curtains open',
} as const;
