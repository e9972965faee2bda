/** The field's own words, each with what it means: shown when a player opens the italic term. */

export const terms = {
  'term.surprise': 'surprise',
  'term.surprise.about':
    'How surprised the model is by the next letter. “1 in 5” means: it does as badly as somebody who picks blindly from five letters; “1 in 1” would be no surprise at all. Researchers call it loss and measure it in bits per byte: 1 in 2 is one bit, 1 in 4 two, 1 in 8 three.',
  'term.bitsPerByte': 'bits per byte',
  'term.bitsPerByte.about':
    'The surprise, counted: how many yes-or-no questions the model would still have to ask to guess each byte (letter) of a text. Lower is better. Counting per byte lets models with different vocabularies be compared.',
  'term.heldOut': 'held-out text',
  'term.heldOut.about':
    'Text that no lab ever trained on, the same for everybody. Only there can you see whether a model learned, and did not just learn by heart.',
  'term.epoch': 'epoch',
  'term.epoch.about':
    'One pass over a dataset. At 3 epochs the model reads every page three times. A few passes help; many make it learn the pages by heart.',
  'term.token': 'token',
  'term.token.about':
    'The piece of text a model reads at once: a letter, a part of a word, or a word. Your vocabulary decides how text is cut.',
  'term.vocabulary': 'vocabulary',
  'term.vocabulary.about':
    'The list of pieces your model knows. A bigger one cuts text into fewer tokens, so the model reads further, but each piece is seen less often. It is made by byte-pair encoding.',
  'term.mixture': 'mixture',
  'term.mixture.about': 'What share of everything the model reads comes from which dataset.',
  'term.parameters': 'parameters',
  'term.parameters.about':
    'The numbers inside the model that training changes. More can hold more, but each one costs compute for every token. The largest models have hundreds of billions.',
  'term.context': 'context',
  'term.context.about': 'How many tokens the model can look back on. What lies further back is forgotten.',
  'term.compute': 'compute',
  'term.compute.about':
    'The calculating you can afford, in FLOP (sums and products). Training costs about 6 FLOP for every parameter and every token: that is the 6ND rule.',
  'term.pretraining': 'pretraining',
  'term.pretraining.about':
    'Learning to predict the next token of plain text. It is where nearly all the compute goes.',
  'term.fineTuning': 'fine-tuning',
  'term.fineTuning.about':
    'Training a little longer on examples of how to answer. The model keeps what it knows and changes how it speaks.',
  'term.replay': 'replay',
  'term.replay.about':
    'Mixing old reading back into the lessons. Without it, a model forgets what it knew: that is catastrophic forgetting.',
  'term.probe': 'probe',
  'term.probe.about':
    'A small real training, done first to see what a big one would give. Your device trains it on your lab’s own text; the referee measures the weights on held-out text. It takes nothing from the budget of the big run. Real labs spend a few percent of their compute on such runs.',
  'term.scalingLaw': 'scaling law',
  'term.scalingLaw.about':
    'The line through the best probe at each compute. Ten times the compute takes away the same share of the surprise each time, down to a floor that no model gets below. It is fitted as floor + scale × compute^−exponent; real labs plan their largest runs with it.',
  'term.band': 'band',
  'term.band.about':
    'The grey area: every line that fits the probes about as well lies in it. It is wide with few probes, and wider the further you look ahead. The truth should be inside it 19 times in 20, if the law goes on.',
  'term.learningRate': 'learning rate',
  'term.learningRate.about':
    'How far the parameters move after each guess. Too low and the run ends before the model has learned; too high and it jumps over what it looks for, which you see as spikes. It starts with a short warm-up and sinks towards the end. Real labs find it with small probes.',
  'term.checkpoint': 'checkpoint',
  'term.checkpoint.about':
    'All parameters of the model, saved at one moment. The referee measures the model every few rounds, and the server keeps some of the weights that it measured: the best, the newest, and a few between. Real labs save one every few hours, and go back to it when training goes wrong.',
  'term.trigram': 'trigram',
  'term.trigram.about':
    'A simple counting model: it only looks at the last two tokens and counts what usually came next. A good yardstick: if you cannot beat it, your model has not learned much.',
  'term.demonstration': 'demonstration',
  'term.demonstration.about': 'A card with a question and the answer you would like. The model imitates it.',
  'term.sealedTest': 'sealed test',
  'term.sealedTest.about':
    'Text and questions that nobody could see during the match, kept by the server. The final scores come from there.',
  'term.earlyStopping': 'early stopping',
  'term.earlyStopping.about':
    'Ending training when the held-out surprise stops falling. It saves time, and it can spare you learning by heart.',
  'term.sampling': 'sampling',
  'term.sampling.about':
    'The model gives every token a chance, and we draw one, again and again. So the same prompt can end differently.',
  'term.preference': 'preference',
  'term.preference.about':
    'A vote that one answer is better than another. Large models are shaped by hundreds of thousands of them; this is called learning from human feedback.',
  'term.dpo': 'DPO',
  'term.dpo.about':
    'Direct preference optimization: training straight on pairs, so that the preferred answer becomes likelier than the other one. Real labs use it too.',
  'term.aiFeedback': 'AI feedback',
  'term.aiFeedback.about':
    'A model, not people, says which answers are better, by rules that people wrote. Real labs do that, since a model judges a million answers in the time of one person; it can hold a rule wrongly a million times, too.',
  'term.policyGradient': 'policy gradient',
  'term.policyGradient.about':
    'The model tries several answers to a question. Those that got more reward than the others become likelier. Real labs train chat models and “reasoning” models this way.',
  'term.rewardHacking': 'reward hacking',
  'term.rewardHacking.about':
    'Finding what the reward model likes in place of what people like. The harder a model is trained against a reward model, the less that can be trusted. Real labs see it, too.',
  'term.anchor': 'anchor',
  'term.anchor.about':
    'Practising the preferred answers and old lesson cards as plain examples, at the same time. It keeps them likely at all. Large models need less of it; a model this small cannot do without.',
  'term.kl': 'KL divergence',
  'term.kl.about':
    'How far one model’s habits are from another’s, in nats. Zero means the same habits. Labs watch it to see whether a model runs away.',
  'term.variety': 'variety',
  'term.variety.about':
    'How many of its answers are different from each other. Nearly every way of aligning makes a model say fewer different things.',
  'term.bradleyTerry': 'rating',
  'term.bradleyTerry.about':
    'From who won against whom, the Bradley-Terry model works out one strength for each contestant, as chess ratings do. The ruler shows how far the figure could move if people had been shown other pairs.',
  'term.federated': 'federated',
  'term.federated.about':
    'Training where the text stays on each device, and only changes of the model are collected. Your phone’s keyboard may learn that way. Training that shares out the lab’s bought pages is not federated: the server has those pages.',
  'term.epsilon': 'epsilon',
  'term.epsilon.about':
    'How much an onlooker could ever learn about you from what you sent. Imagine two worlds, one with your text and one without it. Epsilon says how unlike what is sent from them can look: 0 means no difference, so nobody can tell. Every update adds to it and nothing takes it back. Below 1 is strong, up to 10 is common in practice, and in the thousands it means nothing. Delta is the chance that the promise fails. Real labs hide each person among millions, so a little noise on each is enough; a lab of four has no crowd to hide in.',
  'term.clipping': 'kept short',
  'term.clipping.about':
    'An update with your text in it is scaled down to a fixed length before noise is added. So no single text can pull the model far, and the noise is known to be large enough for all.',
  'term.sealedBid': 'sealed bid',
  'term.sealedBid.about':
    'Every lab writes down one number and nobody sees the others’ until all are opened at once. The highest pays what it wrote (a first-price auction), so the trick is to bid what it is worth to you, and a little less. The bids are opened as soon as every lab has bid or passed, or when the clock beside the title runs out. Chance decides among equal bids, so being quick wins nothing. Real labs too pay publishers and archives for text that no rival may have.',
  'term.tokenBench': 'pieces',
  'term.tokenBench.about':
    'The tokens into which a vocabulary cuts the text. Your browser just learned all three vocabularies from the same part of your pages that the server will use, held-out pages left aside. As long as your plan stays as it is, they are the very ones your model can get. Means are taken over up to 2,000 sentences of it. Big labs use 30,000 to 250,000 pieces, and there too rare names, rare languages and long numbers fall to bits: they cost more and are learned worse.',
  'term.ownHeldOut': 'own held-out text',
  'term.ownHeldOut.about':
    'Pages of your own that are put aside after cleaning and never trained on; word-for-word copies of a page go to the same side. The referee measures your model’s surprise at up to 6,000 letters of them, beside the text that is the same for all labs. Your own are of the kinds you chose, so they are easier for your model, and they leak more easily. Real labs hold out far less than 2\u00a0% of their text, since they have so much.',
  'term.leak': 'leak',
  'term.leak.about':
    'A test page that stands in the training text too, or nearly: then a model can recite it, and looks cleverer than it is. Your browser cleans and splits your pages just as the server will, and compares their MinHash signatures: 70\u00a0% alike or more counts as a near copy. Real labs search their training text for well-known tests in the same way, and still find leaks after publishing (contamination).',
  'term.wordFrequency': 'word frequency',
  'term.wordFrequency.about':
    'How often each word occurs. Your browser counted every page of this dataset. A few little words make up a large part of any text, and the next ones come ever more rarely: that is Zipf’s law. In books about half of all different words come only once; this small world has fewer words than that. Real labs look at such lists to find spam and broken pages.',
  'term.classifier': 'classifier',
  'term.classifier.about':
    'A small program that learned from your lab’s labels to tell pages to keep from pages to toss. This one adds up weights for words, pairs of words, letters and the look of a page (logistic regression). It trains in your browser in a moment; the server trains its own from the same labels, and only that one counts. Real labs label some thousand pages and let such a classifier sort billions.',
  'term.precision': 'precision',
  'term.precision.about':
    'Of the pages that stay, the share that your lab would keep. It is measured on your labels: each fifth of them is judged by a classifier that learned from the other four fifths. A higher bar raises precision and costs recall. Real labs measure it the same way, on pages that people judged.',
  'term.recall': 'recall',
  'term.recall.about':
    'Of the pages that your lab would keep, the share that stays. Measured together with precision, on labels that the classifier was not taught at the time. Filters that are too strict lose the odd and the rare, and the model becomes dull.',
  'term.activeLearning': 'active learning',
  'term.activeLearning.about':
    'Labelling first what the classifier is least sure of: such a label teaches it most. Every fourth page is drawn by chance, since a classifier can be sure and wrong.',
  'term.nearCopy': 'near copy',
  'term.nearCopy.about':
    'A page that shares most of its runs of three words with an earlier one. How alike two pages are is the share of runs that they have in common, estimated from 128 fingerprints of each (MinHash), so that not every page must be held against every other. Real labs throw out a third of the web and more in this way; models that read copies recite them.',
  'term.leakCheck': 'leak check',
  'term.leakCheck.about':
    'Whether pages of the test stand in what the model learns from. The referee holds the fingerprints of all your pages against those of its held-out and its sealed text: copies, and pages that share 70\u00a0% of their runs of three words. A model that has read the test scores too well. Real labs check this before they publish a score, and often find something.',
  'term.scrubbing': 'scrubbing',
  'term.scrubbing.about':
    'Masking what looks like a secret by rules: codes, numbers, what follows “the code is”, where something is hidden. Rules miss what is said in other words, and mask what only looks alike. The referee counts both, since it knows the true secrets. Real labs scrub addresses, phone numbers and keys like this, and never find all.',
} as const;
