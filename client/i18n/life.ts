/** Where in a model's life a stage stands: why it matters and what real labs do there, and what to do in a rehearsal. */

export const life = {
  'life.title': 'A model’s life, and where you are in it',
  'life.here': 'you are here',

  'why.lobby': 'All a model can learn is bought with computing, so real labs count their machines first.',
  'why.data': 'A model can only know what it reads; real labs spend months on picking their text.',
  'why.scale': 'Too big or too small wastes the machines, so real labs try it out in small runs first.',
  'why.pretrain':
    'Here it learns all it will know; in real labs this takes months and a great deal of money.',
  'why.fine-tune': 'It can write, but it can’t yet answer; real labs pay people to write answers for it.',
  'why.align': 'People choose what it should be like; real labs ask very many, and it may learn to flatter.',
  'why.arena':
    'A test can be learned by heart, a blind vote can’t; real labs put their models to such votes, too.',
  'why.debrief':
    'Only text that nobody has seen tells what it learned; real labs keep such tests under lock.',

  'guide.lobby': 'Rehearsal: your device shows how fast it is. It goes on by itself.',
  'guide.data': 'Rehearsal: take some of the datasets, press “Next”, then decide.',
  'guide.scale': 'Rehearsal: pick a size that you like, and decide. “Small” is never wrong.',
  'guide.pretrain': 'Rehearsal: watch the line fall, and see how letters become words.',
  'guide.fine-tune': 'Rehearsal: decide on the cards as they are, then look at the answers.',
  'guide.align': 'Rehearsal: choose the better answer a few times. You need not train on it.',
  'guide.arena': 'Rehearsal: vote for the better answer. You don’t know whose it is.',
  'guide.debrief': 'Rehearsal is over. Look at “Labs”: which choice made the difference?',
} as const;
