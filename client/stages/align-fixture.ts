/** What a made-up lab has come to in the align stage, for tests of pages. */

import {
  DEFAULT_ALIGN_TRAINING,
  type Alignment,
  type RewardFit,
} from '../../shared/game/stages/align/state.ts';

export const PREFERENCE = {
  before: { kindShare: 0.22, trueShare: 0.3, inFormShare: 0.94, variety: 0.71 },
  after: { kindShare: 0.63, trueShare: 0.28, inFormShare: 0.92, variety: 0.44 },
};

export const FITS: RewardFit[] = [
  {
    votes: 50,
    tone: 38,
    truth: 7,
    toneAgreement: 0.87,
    truthAgreement: null,
    liked: ['my friend'],
    disliked: ['it is'],
  },
  {
    votes: 100,
    tone: 73,
    truth: 14,
    toneAgreement: 0.97,
    truthAgreement: 0.54,
    liked: ['my friend', 'friend', '!', 'good question', 'gladly'],
    disliked: ['it is', 'lives in', 'of', 'no'],
  },
];

export const ALIGNMENT: Alignment = {
  wanted: null,
  trained: { ...DEFAULT_ALIGN_TRAINING, principles: ['friendly', 'short'] },
  pairsUsed: 88,
  taught: { toneVotes: 73, agreement: 0.97, asked: 256, practised: 141, people: { pairs: 30, agreed: 27 } },
  before: PREFERENCE.before,
  outcome: {
    after: PREFERENCE.after,
    klNats: 1.2,
    proxyWins: 0.91,
    kept: [
      { principle: 'friendly', before: 0.22, after: 0.63 },
      { principle: 'short', before: 0.11, after: 0.14 },
    ],
    answers: [
      {
        question: 'Where does Ada live?',
        before: 'Ada lives in Plim.',
        after: 'Ada lives in Plim, my friend.',
        inForm: true,
        fault: null,
      },
    ],
  },
  judged: 1,
  reward: null,
  wantedAtMs: 0,
  bestOf: [
    { among: 1, ...PREFERENCE.before },
    { among: 4, ...PREFERENCE.before, kindShare: 0.38 },
    { among: 16, ...PREFERENCE.before, kindShare: 0.57, trueShare: 0.26 },
  ],
  attempts: [
    {
      ...DEFAULT_ALIGN_TRAINING,
      principles: ['friendly', 'short'],
      ...PREFERENCE.after,
      klNats: 1.2,
      proxyWins: 0.91,
      forgot: 0.02,
      seconds: 34,
    },
    {
      ...DEFAULT_ALIGN_TRAINING,
      method: 'reward',
      klWeight: 0,
      kindShare: 0.02,
      trueShare: 0,
      inFormShare: 0.03,
      variety: 0.55,
      klNats: 38.4,
      proxyWins: 1,
      forgot: 0.31,
      seconds: 29,
    },
  ],
};
