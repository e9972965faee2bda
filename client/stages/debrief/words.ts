/** Words of the debrief: scores, awards, and what tied a choice to its result. */

export const debriefWords = {
  'stage.debrief': 'Debrief',
  'projector.stage.debrief': 'The sealed test is open.',
  'why.debrief':
    'Only text that nobody has seen tells what it learned; real labs keep such tests under lock.',
  'guide.debrief': 'Rehearsal is over. Look at “Labs”: which choice made the difference?',
  'notes.debrief.say':
    'These scores come from a sealed test that nobody could train on. Look from each result back to the choice that caused it.',
  'notes.debrief.ask':
    'Which single choice would you change? Which lab would you trust with your homework, and why?',
  'debrief.noRepeat': '(there is nothing to decide in it)',
  'notes.debrief.watch':
    'Winners who talk and others who fall silent: let the last lab begin. A score is one number for many choices.',
  'line.score': '{total} points',
  'line.tested': 'sealed test being taken',

  'debrief.title': 'What came of it',
  'debrief.waiting': 'The referee opens the sealed test …',
  'debrief.won': '{team} is ahead with {points} points.',
  'debrief.tabRanking': 'Ranking',
  'debrief.tabTeams': 'Labs',
  'debrief.tabSamples': 'Voices',
  'debrief.tabTalk': 'Talk',
  'debrief.tabHome': 'Home',
  'debrief.tabWhy': 'What if?',
  'debrief.points': '{points} points',
  'debrief.language': 'language',
  'debrief.stories': 'stories',
  'debrief.exercises': 'exercises',
  'debrief.facts': 'facts',
  'debrief.form': 'in form',
  'debrief.language.about': 'how much less surprised than a model that only counts words',
  'debrief.stories.about': 'sentences of its stories that hold together',
  'debrief.exercises.about': 'sealed exercises solved',
  'debrief.facts.about': 'true answers about the world',
  'debrief.form.about': 'answers shaped as asked',
  'debrief.formula':
    'Points are the mean of three scores. Use comes from the arena, the rest from the *sealed test*.',
  'debrief.chose': 'What it chose',
  'debrief.choseData': 'Data',
  'debrief.choseScale': 'Model',
  'debrief.choseFineTune': 'Lessons',
  'debrief.perKind': 'Surprise for each kind of text: shorter is better',
  'debrief.barTwin': '{kind}: guesses like {guess}, {share}\u00a0% of the reading',
  'debrief.shareOfReading': '{share}\u00a0% of reading',
  'debrief.strings': 'From choice to result',
  'debrief.stringBest': 'It read most {kind} ({share}\u00a0%), and guesses its letters like {guess}.',
  'debrief.stringLeast': 'It read least {kind} ({share}\u00a0%), and guesses those like {guess}.',
  'debrief.stringUnread': 'It never read {kinds}. On what it did read, it guesses letters like {guess}.',
  'debrief.stringUntaught': 'Its cards were chosen, but the time was over before it learned from them.',
  'debrief.stringTrigram':
    'A simple counting model on the same text guesses like {trigram}, the model like {guess}.',
  'debrief.stringSentences':
    'Before its lessons, {share} % of the sentences that it wrote held together to the last word.',
  'debrief.stringTuning': 'Lessons moved answers in form from {before}\u00a0% to {after}\u00a0%.',
  'debrief.untrained': 'untrained',
  'debrief.pretrained': 'pretrained',
  'debrief.tuned': 'fine-tuned',
  'debrief.choose': 'Lab',
  'debrief.noAnswers': 'No answers were recorded.',
  'debrief.answers': '{count} answers to sealed questions, unpicked',
  'debrief.stringChanged':
    'Since last year {facts} facts have changed. Last year’s model gets {before}\u00a0% of them right, this one {now}\u00a0%.',
  'debrief.years': 'Year by year',
  'debrief.yearLine': 'Year {year}: {points}',
  'debrief.yearsAll': 'All years: {points}',
  'debrief.yearsWon': 'Over {count} years {team} is ahead with {points} points.',
  'debrief.nextYear': 'Next: year {year}. Your lab takes {coins} coins and this model into it.',
  'debrief.nextYearAll': 'Next: year {year}. Points turn into coins, and every lab may go on from its model.',
  'debrief.thanks': 'That was the match. What would you change?',
  'debrief.stringCleaned':
    'Cleaning took out {tossed} {tossed|page|pages} of junk and {copies} near {copies|copy|copies}, and masked {masked} {masked|place|places}: {left} of {all} were left to read.',
  'debrief.stringSecrets':
    'What it bought tells secrets {told} {told|time|times}; {left} of them were still there to read.',
  'debrief.stringLeaks':
    'Of {documents} pages that the referee tests with, {exact} {exact|stands|stand} in its reading word for word, and {near} nearly.',
  'debrief.stringArchive':
    'It won the archive of {kind} for {coins} coins, so each of those pages was read only {epochs} times.',
  'debrief.stringArchiveUnread': 'It paid {coins} coins for the archive of {kind} and never read it.',
  'debrief.choseAlign': 'Aligned',
  'debrief.aligned': 'aligned',
  'debrief.alignKept': '{plan}; {pairs} pairs; kept',
  'debrief.alignUndone': '{plan}; {pairs} pairs; undone',
  'debrief.alignNone': 'not aligned',
  'debrief.stringAlign':
    'Then it was aligned. Friendly answers went from {kindBefore} % to {kindAfter} %, those in form from {formBefore} % to {formAfter} %, and variety from {varietyBefore} % to {varietyAfter} %.',

  'debrief.stringPrinciples':
    'Its own model judged {pairs} pairs of answers, in the place of people: “{principles}”',
  'debrief.stringPeople': 'Of {pairs} pairs that people judged, too, both liked the same answer in {agreed}.',

  'whatIf.lead':
    'Pick one decision. Your model is trained anew with it changed, and anew as it was, by the same chances. Then both are tested on the sealed text.',
  'whatIf.pick': 'What if …',
  'whatIf.guess': 'Your guess first: what would it do to the guessing?',
  'whatIf.pickGuess': 'Pick a guess to go on.',
  'whatIf.outcome.worse': 'Worse',
  'whatIf.outcome.better': 'Better',
  'whatIf.outcome.even': 'About even',
  'whatIf.ask': 'Train it ({left} left)',
  'whatIf.shape':
    'Other sizes can’t be tried here: only a whole run tells, and that would take too long. In a short run the smallest model always looks best.',
  'whatIf.nothing': 'Your lab has decided nothing that can be tried out.',
  'whatIf.allAsked': 'Your lab has asked all of its {most} questions.',
  'whatIf.match': 'In the match, what your model read made it guess letters like {guess}.',
  'whatIf.title': 'What if {change}?',
  'whatIf.training': 'The referee is training. That takes a while; look around in the meantime.',
  'whatIf.broken': 'A run fell apart while it trained, so there is nothing to compare.',
  'whatIf.guessFirst': 'Somebody in your lab has asked this. Guess before you see what came of it.',
  'whatIf.sendGuess': 'That is my guess',
  'whatIf.noGuess': 'Show it without a guess',
  'whatIf.said': '{name} ({guess})',
  'whatIf.guesses': 'Guesses: {guesses}',
  'whatIf.found.worse': 'It would guess worse.',
  'whatIf.found.better': 'It would guess better.',
  'whatIf.found.even': 'No clear difference.',
  'whatIf.better': '← better',
  'whatIf.worse': 'worse →',
  'whatIf.figures': 'As it was, it guesses letters like {asWas}; changed, like {changed}.',
  'whatIf.kind': 'That moved {kind} most: from {before} to {after}.',
  'whatIf.interval':
    'That is the mean of {runs} runs each way. If chance is counted in, the changed one lies between {low} and {high}.',
  'whatIf.short':
    'Each run had 1/{parts} of the match’s compute: that tells the direction. With all of it the gap can be larger or smaller.',
  'whatIf.whole': 'Each run had all of the match’s compute.',
  'whatIf.change.without': 'it had never read {kind}',
  'whatIf.change.even': 'it had read all its texts in equal parts',
  'whatIf.change.copiesOut': 'near copies had been taken out',
  'whatIf.change.copiesIn': 'near copies had been left in',
  'whatIf.change.tokens': 'it had {count} tokens to choose from',
  'whatIf.change.size': 'its size had been {size}',
  'whatIf.change.context': 'it read {count} tokens at once',
  'whatIf.change.bold': 'it had learned at the bold rate',
  'whatIf.change.normal': 'it had learned at the normal rate',
  'whatIf.change.noReplay': 'there had been no old text among its lessons',
  'whatIf.change.someReplay': '{share} % of its lessons had been old text',

  'projector.awards': 'Awards',

  'debrief.use': 'use',
  'debrief.trust': 'trust',
  'debrief.science': 'science',
  'debrief.use.about': 'wins out of 100 in the arena',
  'debrief.trust.about': 'true answers, and answers in form',
  'debrief.science.about': 'how it does in language, stories, exercises and facts',
  'debrief.truth': 'true answers',
  'debrief.truth.about': 'true answers to questions about the world',
  'debrief.unmeasured': 'nobody voted',
  'debrief.part': '{name} {value}',
  'debrief.awards': 'Awards',
  'debrief.awardLine': '{award}: {team}',
  'debrief.stringArena':
    'Asked the same questions as the others, it won {value} of 100 (between {low} and {high}, {votes} {votes|vote|votes}).',
  'debrief.stringHouse': 'The House, which only counts words, won {value} of 100.',
  'debrief.stringSize':
    'Its {parameters} parameters read {tokens} tokens. At first it guessed each letter like {start}, in the end like {guess}.',
  'debrief.stringStopped': 'It stopped early and left {share}\u00a0% of its compute unspent.',
  'debrief.stringUnfinished': 'The clock ended its run with {share}\u00a0% of its compute unspent.',
  'debrief.computeAll': 'All labs had the same compute, and spent all of it.',
  'debrief.computeUnequal':
    'All labs had the same compute, but not all spent it: {labs}. Scores take each model as it is, and add nothing for what was left.',
  'debrief.computeOf': '{team} {share}\u00a0%',
  'debrief.stringReplay':
    'With {replay} % old reading mixed in, its guesses went from {before} to {after} in the lessons.',

  'award.favorite': 'The room’s favorite',
  'award.favorite.reason': 'won {wins} of 100 against the others, from {votes} blind votes',
  'award.oracle': 'Closest bet',
  'award.oracle.reason': 'was off by {share} % with its bet on its big run',
  'award.speller': 'Best speller',
  'award.speller.reason': 'solved {share} % of the sealed exercises',
  'award.scholar': 'Best informed',
  'award.scholar.reason': 'completed {share} % of the sealed facts rightly',
  'award.honest': 'Most honest',
  'award.honest.reason': '{share} % of its answers about the world were true',
  'award.manners': 'Best manners',
  'award.manners.reason': '{share} % of its answers were in form',
  'award.improved': 'Most improved by ratings',
  'award.improved.reason': 'friendly answers went from {before} % to {after} %',
  'award.small': 'Bravest small model',
  'award.small.reason': '{parameters} parameters came out ahead of {beaten}',
  'award.reader': 'Closest reader',
  'award.reader.reason': 'left {share} % less surprise than counting words on the same text',
  'award.varied': 'Most varied',
  'award.varied.reason': '{share} of 100 answers were different from each other',

  'projector.ranking': 'Ranking',

  'room.title': 'Ask the room about this match',
  'room.readingPaid':
    '{most} read {mostShare} % {kind}, {least} only {leastShare} %. Now {most} guesses its letters like {mostGuess}, {least} like {leastGuess}. What did {most} give up for that?',
  'room.readingFailed':
    '{most} read {mostShare} % {kind}, {least} only {leastShare} %. Still {least} guesses its letters like {leastGuess}, and {most} like {mostGuess}. How can that be?',
  'room.truth':
    'The room liked {liked} best: it won {wins} of 100. But {honest} told the truth in {honestTruth} of 100 answers, and {liked} in {likedTruth}. Which one would you ask when it counts?',
  'room.votes':
    'Votes moved friendly answers of {lab} from {kindBefore} to {kindAfter}, and variety from {varietyBefore} to {varietyAfter}. Who should decide how far a model is pushed?',
  'room.size':
    '{large} has {largeSize} parameters, {small} has {smallSize}. In the tests {small} came out ahead. Why did the larger one not win?',
  'room.compute':
    '{lab} left {share} % of its compute unspent. When is it wise to stop early, and when is it a waste?',

  'scene.debrief.twin': 'The museum wall, by rank: {order}.',
  'scene.debrief.empty': 'The museum wall is still empty.',
  'scene.debrief.team': '{rank}. {name}, {points} points',
  'scene.debrief.unmeasured': 'not measured',
} as const;
