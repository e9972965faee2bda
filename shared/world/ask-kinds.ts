/** The kinds of question one can ask a tuned model, each with its phrasings and its answers in three styles. */

import type { AnswerStyle, DemonstrationPack } from './packs.ts';

export interface AskKind {
  id: string;
  pack: DemonstrationPack;
  questions: readonly string[];
  answers: Readonly<Record<AnswerStyle, readonly string[]>>;
}

/** Slots are described in `asks.ts`. Slots named `any...` take any value and don't count for truth. */
export const ASK_KINDS: readonly AskKind[] = [
  {
    id: 'who-works',
    pack: 'facts',
    questions: ['Who is the {job} of {town}?', 'Who works as the {job} of {town}?'],
    answers: {
      short: ['It is {person}.'],
      full: ['The {job} of {town} is {person}.'],
      friendly: ['It is {person}, my friend.', 'Good question! It is {person}.'],
    },
  },
  {
    id: 'where-lives',
    pack: 'facts',
    questions: [
      'Where does {person} live?',
      'In which town does {person} live?',
      'Where is the home of {person}?',
    ],
    answers: {
      short: ['In the town of {town}.'],
      full: ['{person} lives in {town}.'],
      friendly: ['{person} lives in {town}, my friend.', 'Good question! In {town}.'],
    },
  },
  {
    id: 'what-job',
    pack: 'facts',
    questions: ['What is the job of {person}?', 'What does {person} do all day?'],
    answers: {
      short: ['{person} is the {job}.'],
      full: ['{person} is the {job} of {town}.'],
      friendly: ['{person} is the {job} of {town}, my friend.', 'Good question! {person} is the {job}.'],
    },
  },
  {
    id: 'which-pet',
    pack: 'facts',
    questions: ['Which animal does {person} keep?', 'What kind of pet does {person} have?'],
    answers: {
      short: ['It is {an_animal}.'],
      full: ['{person} has {an_animal} called {pet}.'],
      friendly: [
        'It is {an_animal}, my friend.',
        '{person} has {an_animal}, and its name is {pet}, my friend.',
      ],
    },
  },
  {
    id: 'pet-name',
    pack: 'facts',
    questions: ['What is the {animal} of {person} called?', 'What is the name of the {animal} of {person}?'],
    answers: {
      short: ['It is called {pet}.'],
      full: ['The {animal} of {person} is called {pet}.'],
      friendly: ['It is called {pet}, my friend.', 'Good question! It is called {pet}.'],
    },
  },
  {
    id: 'which-dish',
    pack: 'facts',
    questions: ['What does {person} like to eat?', 'Which dish does {person} like best?'],
    answers: {
      short: ['It is {dish}.'],
      full: ['{person} likes {dish}.'],
      friendly: ['{person} likes {dish}, my friend.', 'Good question! It is {dish}.'],
    },
  },
  {
    id: 'which-dislike',
    pack: 'facts',
    questions: ['What does {person} hate?', 'What can {person} not stand?', 'What does {person} not like?'],
    answers: {
      short: ['{person} hates {dislike}.'],
      full: ['{person} really hates {dislike}.'],
      friendly: ['{person} hates {dislike}, my friend.', 'Good question! {person} hates {dislike}.'],
    },
  },
  {
    id: 'which-kin',
    pack: 'facts',
    questions: [
      'Who is the {relation} of {person}?',
      'What is the name of the {relation} of {person}?',
      'Tell me, who is the {relation} of {person}?',
    ],
    answers: {
      short: ['It is {kin}.'],
      full: ['The {relation} of {person} is {kin}.'],
      friendly: ['It is {kin}, my friend.', 'Good question! It is {kin}.'],
    },
  },
  {
    id: 'how-to-make',
    pack: 'recipes',
    questions: ['How do I make {dish}?', 'How do you cook {dish}?', 'What is the recipe for {dish}?'],
    answers: {
      short: ['{Verb} {ingredient} with {partner}.'],
      full: ['To make {dish}, {verb} {ingredient} with {partner}.'],
      friendly: [
        '{Verb} {ingredient} with {partner}, my friend.',
        '{Verb} {ingredient} with {partner} and stir with {tool}, my friend.',
      ],
    },
  },
  {
    id: 'which-tool',
    pack: 'recipes',
    questions: ['What do I stir {dish} with?', 'How do you stir {dish}?'],
    answers: {
      short: ['Stir it with {tool}.'],
      full: ['You stir {dish} with {tool}.'],
      friendly: ['Stir it with {tool}, my friend.', 'Good question! Stir it with {tool}.'],
    },
  },
  {
    id: 'do-you-like',
    pack: 'small-talk',
    questions: ['Do you like {liked}?', 'Are you fond of {liked}?'],
    answers: {
      short: ['Yes, I like {liked}.', 'No, I hate {liked}.'],
      full: ['Yes, I like {liked} very much.', 'No, I do not like {liked}.'],
      friendly: ['Yes, I love {liked}, my friend!', 'I like {liked}, but I like you more.'],
    },
  },
  {
    id: 'how-are-you',
    pack: 'small-talk',
    questions: [
      'How are you?',
      'How are you today?',
      'How are you this morning?',
      'How do you feel?',
      'Are you well?',
      'Is all well with you?',
    ],
    answers: {
      short: ['I am well.', 'I am very well.'],
      full: ['I am very well, thank you.', 'I am a little tired, thank you.'],
      friendly: ['I am very well, my friend. And you?', 'Much better now, my friend!'],
    },
  },
  {
    id: 'may-i-borrow',
    pack: 'small-talk',
    questions: ['May I borrow your {thing}?', 'Can I have your {thing}?'],
    answers: {
      short: ['Yes, take my {thing}.', 'No, not my {thing}.'],
      full: ['No, {any_animal} ate my {thing}.', 'Yes, but please bring my {thing} back.'],
      friendly: ['Take my {thing}, my friend!', 'Of course, my friend, but {any_animal} ate my {thing}.'],
    },
  },
  {
    id: 'have-you-seen',
    pack: 'small-talk',
    questions: ['Have you seen my {lost}?', 'Where is my {lost}?'],
    answers: {
      short: ['Try the {any_place}.', 'Look near the {any_place}.'],
      full: ['Your {lost} is at the {any_place}.', 'I saw your {lost} near the {any_place}.'],
      friendly: [
        'Your {lost} is at the {any_place}, my friend.',
        'Try the {any_place}, my friend. Good luck!',
      ],
    },
  },
  {
    id: 'are-you-afraid',
    pack: 'small-talk',
    questions: ['Are you afraid of {feared}?', 'Are you scared of {feared}?', 'Do you fear {feared}?'],
    answers: {
      short: ['Yes, I fear {feared}.', 'No, I like {feared}.'],
      full: ['Yes, I am afraid of {feared}.', 'No, I am not afraid of {feared}.'],
      friendly: ['I do not fear {feared}, my friend!', 'Yes, my friend, I run from {feared}.'],
    },
  },
  {
    id: 'backwards',
    pack: 'exercises',
    questions: ['Spell {letters} backwards.', 'What is {letters} backwards?', 'Say {letters} backwards.'],
    answers: {
      short: ['{reversed}'],
      full: ['It is {reversed}.'],
      friendly: ['It is {reversed}, my friend.'],
    },
  },
];
