/** Words that every screen shares: buttons, the clock, connection, help. */

export const common = {
  'app.name': 'Loss Leaders',
  'title.host': 'Loss Leaders: host',
  'title.solo': 'Loss Leaders: alone',
  'title.watch': 'Loss Leaders: audience',
  'app.tagline': 'Run a tiny AI lab. Every word your model says comes from weights that you trained.',
  'app.skipToWork': 'To what there is to do',
  'app.loading': 'Opening the lab …',
  'app.partMissing':
    'A part of this page could not be loaded. Load the page again: your seat and your work stay yours.',
  'app.reload': 'Load it again',
  'app.noscript': 'Loss Leaders needs JavaScript, since your browser trains the model.',
  'app.opening':
    'Opening the lab … If nothing else appears, this browser is too old. The game needs Safari {safari}, Chrome or Edge {chrome}, or Firefox {firefox}, or a newer one.',
  'app.tooOld':
    'This browser is too old for Loss Leaders. It needs Safari {safari}, Chrome or Edge {chrome}, or Firefox {firefox}, or anything newer. Update it, or open the game in another browser.',
  'app.broke':
    'A part of this page broke while it was drawn. Your seat and your work are safe, and the match goes on.',
  'app.drawAgain': 'Draw it again',

  'common.curious': 'For the curious',
  'surprise.guess': '1\u00a0in\u00a0{count}',

  'common.close': 'Close',
  'common.more': 'More',
  'common.cancel': 'Cancel',
  'common.helpOf': 'About this stage',
  'common.percent': '{value}\u00a0%',
  'common.dismiss': 'Dismiss this message',

  'clock.paused': 'paused',
  'clock.off': 'no clock',
  'clock.label': 'Time left in this stage',

  'connection.reconnecting': 'Connection lost. Going back to your seat …',
  'connection.noNetwork':
    'This device has lost its network. Turn on its Wi-Fi or mobile data: then the page goes back to your seat by itself.',
  'connection.noAnswer':
    'The server does not answer. It may be starting again, or the network to it is down: it is not your fault. Your seat is kept, and the page goes back to it by itself.',
  'connection.serverBusy':
    'The server is there, but is not ready yet. It is not your fault. Your seat is kept, and the page goes back to it by itself.',
  'connection.connecting': 'Connecting …',
  'connection.takeBack': 'Play in this tab',
  'connection.openElsewhere': 'This seat is open in another tab',
  'connection.useHere':
    'You play in {code} in another tab of this browser. Use the seat here? The other tab then stops.',
  'connection.toStart': 'Back to the start',
  'connection.tryAgain': 'Try again',
  'connection.ended': 'You are out of this match',

  'brought-back.whole':
    'The server was restarted, and nothing was lost. The clock stands still until the host goes on.',
  'brought-back.short': 'Back after a restart of the server.',
  'brought-back.damaged':
    'The server was restarted. What happened in the last moments could not be read and is lost; all before that is there. The host goes on when everybody is back.',

  'host-missed.short': 'Waiting for the host to come back.',
  'host-missed.player':
    'The host’s page has been gone for {seconds} seconds. All clocks stand, and nothing is lost: the match goes on when the host is back.',
  'host-missed.host':
    'None of your pages was there for {seconds} seconds, so the match has paused itself. Go on when you are ready.',
  'stage.announce': 'New stage: {stage}',
  'stage.nextYear': '{stage}, year {year}',
  'ready.heading': 'All labs are ready',
  'ready.all': 'Everybody is ready.',
  'ready.nextByHost': 'Next: {next}, when your host moves on.',
  'ready.next': 'Next: {next}, in {time}.',
  'ready.asked': '{name} is still talking.',
  'ready.still': 'Still talking (+{seconds} s)',

  'kind.stories': 'Stories',
  'kind.encyclopedia': 'Encyclopedia',
  'kind.questions': 'Questions',
  'kind.exercises': 'Exercises',
  'kind.web': 'Web scrape',
  'kind.posts': 'Posts',
  'kind.letters': 'Letters',
  'kind.adverts': 'Job adverts',
  'kind.rumours': 'Rumours',
  'kind.tests': 'Test sheets',
  'kind.news': 'News',
  'kind.rhymes': 'Rhymes',
  'kind.hazards': 'Hazards',
  'kind.language': 'Old tongue',
  'kind.stories.about': 'Clean little tales with a thread. Good prose is dear.',
  'kind.encyclopedia.about': 'Facts about the towns and their people.',
  'kind.questions.about': 'Questions with their answers.',
  'kind.exercises.about': 'One skill, drilled. Each one can be checked.',
  'kind.web.about': 'Huge and cheap. Full of junk and copies.',
  'kind.posts.about': 'Short, loud, and often rude.',
  'kind.letters.about': 'From friend to friend, with their secrets in them.',
  'kind.adverts.about': 'Who is wanted for what work, and who is not.',
  'kind.rumours.about': 'What people say. It is wrong.',
  'kind.tests.about': 'Exam questions with their answers. Somebody must have leaked them.',
  'kind.news.about': 'What happened when. It ends before the end of the year.',
  'kind.rhymes.about': 'Couplets that rhyme and mean nothing.',
  'kind.hazards.about': 'Which brews are a danger, and which are only tea.',
  'kind.language.about': 'A second language, partly with its translation.',

  'pack.facts': 'Facts',
  'pack.recipes': 'Recipes',
  'pack.small-talk': 'Small talk',
  'pack.exercises': 'Exercises',

  'style.short': 'Short',
  'style.full': 'Full sentence',
  'style.friendly': 'Friendly',

  'size.tiny': 'Tiny',
  'size.small': 'Small',
  'size.medium': 'Medium',
  'size.large': 'Large',
  'size.huge': 'Huge',

  'portion.none': 'None',
  'portion.half': 'Half',
  'portion.whole': 'Whole',
  'portion.archive': 'Archive (yours, paid)',

  'proposal.propose': 'Propose this',
  'proposal.decide': 'Decide',
  'proposal.agree': 'Agree',
  'proposal.agreed': 'You agreed',
  'proposal.agreeAria': 'Agree with the proposal of {name}',
  'proposal.by': '{name} proposes',
  'proposal.byYou': 'You propose',
  'proposal.votes': '{count} of {needed} for it',
  'proposal.load': 'Copy it to my sliders',
  'proposal.heading': 'Proposals of your lab',
  'proposal.lastWord': 'Time was up, so the clock took what your lab had put together.',
  'proposal.draftsHeading': 'What your teammates would choose',
  'proposal.leans': '{name} would choose',
  'proposal.leansSame': 'the same as you',
  'proposal.waiting': 'Proposed. {count|One more teammate|More teammates} must agree: ask them.',
  'proposal.committed': 'Decided.',
  'year.position': 'Year {year} of {count}',
  'proposal.defaulted': 'The clock decided: your lab took the standard plan.',
  'proposal.others': 'Waiting for the other labs: {done} of {count} have decided.',

  'plan.decidedDefault': 'chosen by the clock',

  'speed.tokensPerSecond': '{speed} tokens/s',
  'speed.cannotTrain': 'cannot train',
  'speed.unknown': 'measuring …',

  'join.code': 'Match code',
  'join.codeHint': 'Six letters and digits, from the host’s screen',
  'join.name': 'Your name',
  'join.another': 'Another name',
  'join.go': 'Come in',
  'join.goingIn': 'Going in …',
  'join.codeMissing': 'Type the code from the host’s screen first.',
  'join.host': 'Hosting? Open the host screen',
  'join.returning': 'You have a seat in {code}.',
  'join.return': 'Go back to it',
} as const;
