/** Words of the align stage. */

export const alignWords = {
  'stage.align': 'Align',
  'projector.stage.align': 'All labs judge all models, blind. Then the labs train on the votes.',
  'guide.align': 'Rehearsal: choose the better answer a few times. You need not train on it.',
  'why.align': 'People choose what it should be like; real labs ask very many, and it may learn to flatter.',
  'notes.align.say':
    'Rate answers of all labs, without knowing whose they are. Each vote teaches. “Hold on to its manners” at “let go” wrecks a small model: let somebody try, it can be undone.',
  'notes.align.ask':
    'Did your model become better, or did it only learn to please? Who decides what “better” means?',
  'repeat.align': 'all ratings, and what was trained on them. The models from before stay.',
  'notes.align.watch':
    'Voting without reading. A share in form that falls after training, which the lab can undo.',
  'line.votes': '{count} {count|vote|votes} cast',
  'line.sortsVotes': 'votes being sorted',
  'line.friendly': 'friendly {before}\u00a0% → {after}\u00a0%, in form {form}\u00a0%',

  'align.title': 'What do people like?',
  'align.tabRate': '1 Rate',
  'align.tabTrain': '2 Train',
  'align.tabResult': '3 Judge',
  'align.tabTalk': 'Talk',
  'align.question.kind': 'Which is friendlier?',
  'align.question.true': 'Which one is true?',
  'align.hint.kind': 'Only the tone counts.',
  'align.evidence': 'The world says',
  'align.asked': 'Somebody asked',
  'align.answer': 'Answer {side}',
  'align.changeLast': 'Change the last one',
  'align.skip': 'Skip',
  'align.sampling': 'The models are being asked. Their answers come in a moment …',
  'align.allRated': 'You have rated every pair. Thank you: that was real work.',
  'align.rated': 'You rated {count} of {total}. Nobody knows whose model said it.',
  'align.votes': '{count} {count|vote|votes} of all labs together',
  'align.ownVotes': 'about {count} on answers of your model',
  'align.signal.weak': 'Below {weak} votes little is learned.',
  'align.signal.fair': 'That is a fair signal; from {good} on it is good.',
  'align.signal.good': 'That is a good signal.',
  'align.toTrain': 'Train on votes',
  'align.short.weak': '{count} {count|vote|votes}: weak signal',
  'align.short.fair': '{count} votes: fair signal',
  'align.short.good': '{count} votes: good signal',
  'align.trainLead':
    'From the votes it learns what people like. Then it answers your cards many times, and practises its best answers.',
  'align.reward.title': 'Learnt from {votes} votes of all labs',
  'align.reward.tone':
    'The reward model guesses {agreement}\u00a0% of the votes on tone that it never saw; by lot it would be half.',
  'align.reward.untested': 'There are too few votes on tone to test the reward model on.',
  'align.reward.truth':
    'Of the votes on truth it guesses {agreement}\u00a0%: words alone hardly tell what is true.',
  'align.reward.likes': 'It likes',
  'align.reward.dislikes': 'It dislikes',
  'align.reward.soFar': 'On tone so far: {history}.',
  'align.reward.then': '{agreement}\u00a0% with {votes} votes',
  'align.bestOf':
    'Without any training: if it chose the best of its answers by this reward, more would be friendly. One answer: {friendly}\u00a0% friendly, {true}\u00a0% true; {figures}. But each answer takes its time.',
  'align.bestOf.each': 'best of {among}: {friendly}\u00a0% and {true}\u00a0%',
  'align.method': 'How it learns',
  'align.method.pairs': 'from pairs',
  'align.method.reward': 'by reward',
  'align.methodAbout.pairs': 'It practises its best answers, and shuns its worst ones.',
  'align.methodAbout.reward':
    'It answers again and again. A small reward model, made from the votes, says which answers people would like best, and it says more like these.',
  'align.klWeight': 'Stay near the old model',
  'align.klWeight.0': 'not at all',
  'align.klWeight.0.5': 'loosely',
  'align.klWeight.1': 'near',
  'align.klWeight.2': 'very near',
  'align.klWeightAbout': 'Each unit of distance from the old model costs {points} points of its reward.',
  'align.klWeightAbout.0':
    'Nothing holds it. It may find words that only the reward model likes, and forget how to speak. You can undo it.',
  'align.sftWeight': 'Hold on to its manners',
  'align.sftWeight.0': 'let go',
  'align.sftWeight.0.5': 'loosely',
  'align.sftWeight.1': 'well',
  'align.sftWeight.2': 'tightly',
  'align.sftWeightAbout.0':
    'No anchor: it only learns what to avoid. A model this small may forget how to speak. You can undo it.',
  'align.sftWeightAbout.0.5':
    'Beside the pairs it practises good answers and your old lesson cards a little.',
  'align.sftWeightAbout.1': 'Beside the pairs it practises good answers and your old lesson cards.',
  'align.sftWeightAbout.2': 'Beside the pairs it practises good answers and your old lesson cards a lot.',
  'align.pool': 'Whose pairs',
  'align.pool.own': 'only ours',
  'align.pool.all': 'all labs',
  'align.poolAbout.own': 'Only votes on your own model’s answers: there are fewer of them.',
  'align.poolAbout.all': 'The votes on everybody’s answers: they all show what people like.',
  'align.judge': 'Who says what is better',
  'align.judge.people': 'people’s votes',
  'align.judge.principles': 'our own model',
  'align.judgeAbout.people':
    'What the room voted for. People see the tone of an answer, and what the world says.',
  'align.judgeAbout.principles':
    'Your model judges the answers itself, by what you write down. It reads some examples of each sentence. Then it prefers the answer that they have made likelier. For “what you believe” it needs none. Votes then only test it.',
  'align.principles': 'It prefers answers that keep to this (one to {most})',
  'align.principle.friendly': 'Talk to people as to friends.',
  'align.principle.short': 'Say it in few words.',
  'align.principle.full': 'Answer in a whole sentence.',
  'align.principle.true': 'Say what you believe.',
  'align.verdict.judged_itself': 'Your model judged {pairs} pairs of answers itself, and learnt from that.',
  'align.principleKept':
    '“{principle}” {before}\u00a0% of its answers kept to that before, {after}\u00a0% do now.',
  'align.people':
    'On {agreed} of {pairs} pairs that people had judged, too, it preferred what they did. By lot it would be half.',
  'align.people.none': 'No pair was judged by people, too, so nothing says whether they would agree.',
  'align.attempt.judgedItself': '{how}; judged by itself',
  'align.train': 'Train on the votes',
  'align.trainItself': 'Train on what it judges',
  'align.skipStage': 'Leave it as it is',
  'align.gate':
    'Only {share}\u00a0% of your model’s answers are in form. Below {gate}\u00a0% this mostly makes things worse: good manners come first.',
  'align.gateUntuned': 'Your model was never fine-tuned, so it hardly answers. Aligning will not help it.',
  'align.laying':
    'A small model learns from the votes what people like. Then yours answers its cards many times, to practise …',
  'align.training': 'Your model is learning from {count} {count|pair|pairs}.',
  'align.scoring': 'The referee asks it questions …',
  'align.noResult': 'Nothing is trained yet. Rate some pairs, then train on the votes.',
  'align.friendlyAlready':
    'It is friendly already: {share}\u00a0% of its answers are. Votes can add little to that.',
  'align.verdict.risen':
    'What people voted for rose: {before}\u00a0% of its answers were friendly, and now {after}\u00a0% are.',
  'align.verdict.let_go': 'It fell apart, since nothing held it to its manners.',
  'align.verdict.hacked':
    'It fooled the reward model: that likes the new answer better to {wins}\u00a0% of the questions. By the rule only {after}\u00a0% are friendly, and most are no answers any more.',
  'align.attempts': 'Your tries, and what they cost',
  'align.attempt.pairs': 'From pairs, held {hold}',
  'align.attempt.reward': 'By reward, near the old model: {hold}',
  'align.attemptGain': '{friendly}\u00a0% friendly, {true}\u00a0% true, {form}\u00a0% in form.',
  'align.attemptPrice':
    'The price: {variety}\u00a0% of its answers differ. It moved by {moved}, its surprise at other text changed by {bits}, and it took {seconds}\u00a0s.',
  'align.overdone': 'Can the reward be trusted?',
  'align.overdone.proxy': 'the reward model likes it better',
  'align.overdone.rule': 'friendly by the rule',
  'align.overdone.x':
    'From left to right: how far it moved from the old model, 0 to {most}. Lines at 0, 50 and 100\u00a0%.',
  'align.overdone.twin':
    'Moved by {moved}: the reward model likes {proxy}\u00a0% better, and {rule}\u00a0% are friendly by the rule.',
  'align.verdict.few_votes':
    'It could not learn what people like: only {votes} of the judged pairs were about tone, and it needs {least}.',
  'align.verdict.votes_disagree':
    'The votes do not agree: from most of them one can guess only {agreement}\u00a0% of the others, hardly more than by lot.',
  'align.verdict.friendly_before':
    'It was friendly before: {before}\u00a0% of its answers were, so little could be gained.',
  'align.verdict.out_of_form':
    'Manners come first: only {form}\u00a0% of its answers were in form before, and below {gate}\u00a0% votes help little.',
  'align.verdict.no_pairs':
    'It hardly knows friendly answers: for only {practised} of {asked} cards it found a good one that was friendly, too.',
  'align.verdict.chance':
    'From {before}\u00a0% to {after}\u00a0% friendly: less than {rise} points may be chance, with so few test questions.',
  'align.judgeLead': 'Is it better now? Look before you decide.',
  'align.before': 'before',
  'align.after': 'after',
  'align.score.kindShare': 'friendly',
  'align.score.trueShare': 'true',
  'align.score.inFormShare': 'in form',
  'align.score.variety': 'variety',
  'align.scoreTwin': '{name}: {before}\u00a0% before, {after}\u00a0% after',
  'curious.moved': 'It moved {nats} nats per answer away from the model it was.',
  'align.broken':
    'Most answers are no longer answers. This is what happens without a hold: undo it, or try again.',
  'align.keep': 'Keep it',
  'align.undo': 'Undo it',
  'align.again': 'Try again',
  'align.decideAria': 'What to do with the aligned model',
  'align.kept': 'Your lab goes on with the aligned model.',
  'align.undone': 'Your lab goes back to the model before.',
  'align.unchanged': 'Your lab leaves its model as it is.',

  'plan.align.train': 'Train on the votes of {pool}: hold {hold}',
  'plan.align.reward': 'Learn by reward, on the votes of {pool}. Near the old model: {hold}',
  'plan.align.principles':
    'Our own model judges answers of {pool}: {principles} It learns {how}, hold {hold}',
  'plan.align.keep': 'Keep the model as it is now',
  'plan.align.undo': 'Go back to the model before aligning',

  'projector.votes': '{votes} {votes|vote|votes} on {pairs} pairs',

  'scene.align.twin':
    'The gallery: {votes} {votes|thumb|thumbs} in the pan, which is full at {good}.{busy}{change}{form}{pair}',
  'scene.align.busy': ' The model is being trained on them.',
  'scene.align.changed': ' Friendly answers went from {before} to {after}.',
  'scene.align.inForm': ' {share} are in form.',
  'scene.align.pair': ' On the pedestals: A, “{a}”; B, “{b}”.',
  'scene.align.votes': '{votes} {votes|vote|votes}',
  'scene.align.friendly': 'friendly {before} → {after}',
  'scene.align.form': 'in form {share}',
  'scene.align.good': 'a good signal',
  'scene.align.wanted': '{good} make a good signal',
} as const;
