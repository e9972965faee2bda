/** A card for every number on the data, scale and pretrain screens: what it is, how it was measured, what real labs do. */

export const numbers = {
  'numbers.title': 'What do these numbers mean?',
  'numbers.what': 'What is this?',
  'numbers.how': 'How was it measured?',
  'numbers.labs': 'What do real labs do?',

  'number.coins': 'coins',
  'number.coins.what': 'What your lab may spend on text. In the first year every lab has the same.',
  'number.coins.how':
    'The prices of what you chose, and your winning bid if you won, are taken from what your lab has. The server counts again before it agrees.',
  'number.coins.labs':
    'They pay for text too: for licences, for people who write and check, and for machines that gather it.',

  'number.pages': 'pages and bytes',
  'number.pages.what':
    'How much text there is. A byte is one letter; 1 kB is a thousand, about half a page of a book.',
  'number.pages.how':
    'Counted by the server when it wrote the market for this match. A page number is the place of a page in its dataset.',
  'number.pages.labs':
    'They work with thousands of billions of words, and count them in tokens rather than in bytes.',

  'number.tokens': 'tokens',
  'number.tokens.what':
    'Pieces of text that the model reads. The same page has more of them with a small vocabulary.',
  'number.tokens.how':
    'Before training: the compute of your lab, divided by what one token costs a model of this size. In training: what the devices of your lab have really read.',
  'number.tokens.labs': 'Large models read ten trillion tokens and more: ten million times what yours reads.',

  'number.share': 'share of the reading',
  'number.share.what': 'How much of everything the model reads comes from one dataset.',
  'number.share.how': 'Your slider, divided by all sliders together.',
  'number.share.labs': 'They try many mixtures with small models, and keep the best one for the big run.',

  'number.epochs': 'times read',
  'number.epochs.what': 'How often the model comes back to the same page. One time through is an epoch.',
  'number.epochs.how':
    'Tokens to be read from a dataset, divided by the tokens that your part of it holds after cleaning.',
  'number.epochs.labs':
    'They read most text once and the best up to about four times. After that, new text helps far more.',

  'number.lot': 'sealed bids',
  'number.lot.what': 'The size of the archive, and how many labs have bid or passed.',
  'number.lot.how': 'The server keeps all bids to itself, counts them for everybody, and opens them at once.',
  'number.lot.labs': 'They bid for newspapers, books and forums, often for text that no rival may use.',

  'number.hits': 'hits',
  'number.hits.what': 'How often the dataset says what you typed, and on how many pages.',
  'number.hits.how':
    'Your browser looked through every page, in capital and small letters alike, also inside of longer words.',
  'number.hits.labs':
    'They build such search engines over their training text, to see where a model has something from.',

  'number.words': 'word counts',
  'number.words.what': 'How many words there are, how many different ones, and how often each comes.',
  'number.words.how': 'Your browser counted every word on every page. Capital letters make no difference.',
  'number.words.labs': 'They look at such lists first: words of spam and broken pages stand out.',

  'number.copies': 'near copies',
  'number.copies.what': 'How many pages are nearly the same as an earlier one, and how alike two pages are.',
  'number.copies.how':
    'Each page is cut into runs of three words. MinHash estimates which part of these runs two pages share, to about 4 points in 100.',
  'number.copies.labs':
    'They use the same method on billions of pages. Copies make a model recite, and waste compute.',

  'number.labels': 'labels',
  'number.labels.what': 'Pages that your lab has sorted into keep and toss.',
  'number.labels.how': 'Every swipe counts once. Where you disagree, the majority counts.',
  'number.labels.labs':
    'They pay people, or ask a large model, to judge some thousand pages, and let a classifier do the rest.',

  'number.certainty': 'how sure the classifier is',
  'number.certainty.what':
    'How likely it thinks that your lab would keep a page. 50\u00a0% means that it does not know.',
  'number.certainty.how':
    'Weights for words, pairs of words, letters and looks, learned from your labels, are added up for each page.',
  'number.certainty.labs': 'They set the bar so that a tenth or less of the web passes.',

  'number.quality': 'precision and recall',
  'number.quality.what':
    'How good the filter is at this bar: which part of what stays is good, and which part of the good stays.',
  'number.quality.how':
    'On your own labels: each fifth is judged by a classifier that learned from the other four fifths.',
  'number.quality.labs':
    'They measure the same two numbers, and in the end train a small model on what is left.',

  'number.secrets': 'secrets found',
  'number.secrets.what': 'How many places look like a code, a number or a hiding place.',
  'number.secrets.how':
    'Rules look for digits, codes and turns of speech on every page that you bought. They miss some, and the referee tells later how many.',
  'number.secrets.labs':
    'They mask addresses, telephone numbers and keys by rules and by models, and test what still slips out.',

  'number.cleaned': 'what is left',
  'number.cleaned.what':
    'How much of your text is left after all cleaning tools, and how far a tool has come.',
  'number.cleaned.how':
    'Your browser runs the server’s own code on the same pages. The server’s count is the one that holds.',
  'number.cleaned.labs': 'Of the raw web they often keep less than one page in ten.',

  'number.pieces': 'pieces',
  'number.pieces.what': 'Into how many tokens a text is cut, and how long tokens are on average.',
  'number.pieces.how':
    'Your browser learned the vocabularies from 400 kB of what your mixture trains on, as the server will, and cut up to 2,000 of its sentences.',
  'number.pieces.labs':
    'Their vocabularies have 30,000 to 250,000 pieces. They too measure letters for a token, for each language.',

  'number.heldOut': 'held out',
  'number.heldOut.what': 'The part of your own pages that your model never reads, and its surprise there.',
  'number.heldOut.how':
    'After cleaning, a hash of each page decides on which side it goes. The referee then measures up to 6,000 letters of what was held out.',
  'number.heldOut.labs':
    'They always hold text out, a tiny part of the whole, and never look at it while they decide.',

  'number.leak': 'leaked pages',
  'number.leak.what': 'Held-out pages that can be found again, nearly word for word, in what is trained on.',
  'number.leak.how':
    'Your browser cleans and splits your pages as the server will, and compares them by MinHash from 70\u00a0% alike on.',
  'number.leak.labs':
    'They search their training text for the questions of public tests, and throw out what matches.',

  'number.bits': 'bits per byte',
  'number.bits.what':
    'The surprise of a model at text it never read: yes-or-no questions it would still need for each letter. Lower is better.',
  'number.bits.how':
    'By the referee on the server, on the same text for all labs: equal parts of every kind. The counting model is a trigram, fitted on your own tokens.',
  'number.bits.labs':
    'They watch the same curve (the loss) for months. Large models get to about 0.7 bits per byte on English.',

  'number.rate': 'learning rate',
  'number.rate.what': 'How far each step moves the weights, against what the schedule had planned.',
  'number.rate.how':
    'Your lab sets it. The server multiplies its schedule by it and tells every device with the next round.',
  'number.rate.labs':
    'They plan it months ahead, and lower it by hand when a run becomes restless: too high and it blows up.',

  'number.checkpoints': 'checkpoints',
  'number.checkpoints.what': 'How many versions of the model there are, and which of them you look at.',
  'number.checkpoints.how':
    'The server keeps the weights of 6 versions at most: the first that the referee measured, the best, the newest, and some between.',
  'number.checkpoints.labs': 'They save one every few hours, and go back to one when a run goes wrong.',

  'number.memory': 'numbers carried along',
  'number.memory.what':
    'What a model has to keep of a text to go on with it. And how much more surprised the recurrent kind is.',
  'number.memory.how':
    'The numbers are counted from its shape: keys and values for each token in each layer, or a single state. The surprise comes from our tests: both kinds, trained with equal compute in several worlds.',
  'number.memory.labs':
    'Long talks with many people fill their machines with keys and values. So some labs build models that mix both kinds.',
  'number.ratio': 'tokens per parameter',
  'number.ratio.what': 'How many parameters a model has, and how much it reads for each of them.',
  'number.ratio.how':
    'The parameters are counted. Your compute pays for 6 sums for each parameter and token, which gives the tokens.',
  'number.ratio.labs':
    'About 20 tokens per parameter is the cheapest way to a good large model; many read far more, to stay small.',

  'number.time': 'time',
  'number.time.what': 'How long training will take on the devices of your lab, and how fast they are.',
  'number.time.how':
    'Your devices measured their speed in the lobby. Later the server goes by the pace that it sees.',
  'number.time.labs':
    'Their big runs take weeks on thousands of chips, and they too extrapolate the end from the start.',

  'number.voices': 'voices',
  'number.voices.what':
    'How many members of your lab are for it, and how many are needed: more than half of those who are here.',
  'number.voices.how': 'The server counts each member once.',
  'number.voices.labs':
    'A few people decide when to stop a run that costs millions, and they argue about it as you do.',

  'number.guesses': 'your guesses',
  'number.guesses.what': 'How often you picked the word that really came next.',
  'number.guesses.how':
    'Out of 4 words you pick one, and one of them is from the page. Blind guessing gets 1 in 4.',
  'number.guesses.labs':
    'They ask people to play this game now and then: large models have long been better at it.',

  'number.privacy': 'own text and privacy',
  'number.privacy.what':
    'How much of your own text was read on your device, and how much an onlooker could learn from it at most.',
  'number.privacy.how':
    'Your device counts tokens and updates, and adds up epsilon by the rules of differential privacy.',
  'number.privacy.labs': 'Keyboards on phones learn this way, with a small epsilon and millions of phones.',

  'number.probe': 'probes',
  'number.probe.what': 'Small real trainings, and where they say that the big run will end.',
  'number.probe.how':
    'Your devices train them on your own text, the referee measures them, and a line is fitted with its uncertainty.',
  'number.probe.labs': 'They spend a few percent of their compute on such runs before they dare the big one.',

  'number.bet': 'your bet',
  'number.bet.what': 'The surprise at which your lab expects its big run to end, and how far off that was.',
  'number.bet.how':
    'The referee measures the finished model on held-out text; the difference is given in percent.',
  'number.bet.labs':
    'They publish such predictions: the loss of one famous model was foretold from runs with a ten-thousandth of its compute.',
} as const;
