/** Examples of the text twins: what a picture says, said in words. */
import { describe, expect, it } from 'vitest';
import { alignPicture } from './align/picture.ts';
import { dataPicture } from './data/picture.ts';
import { debriefPicture } from './debrief/picture.ts';
import { pretrainPicture } from './pretrain/picture.ts';

describe('the text twin of a picture', () => {
  it('says who trains, how far, and what the model last said', () => {
    const text = pretrainPicture.describe({
      devices: [{ id: 'a', name: 'Ada', load: 0.8, tokensPerSecond: 34_000, you: true, updates: 3 }],
      heldOutBitsPerByte: 1.234,
      startBitsPerByte: 6,
      sample: 'the goat was late . ',
      tokensUsed: 1_200_000,
      tokensTotal: 4_000_000,
      training: true,
    });
    expect(text).toBe(
      'The machine hall: 1 device training, 1.2 M of 4.0 M tokens used, guessing letters of held-out text like 1\u00a0in\u00a02.35. Newest sample: "the goat was late ."',
    );
  });

  it('leaves out layers that have no share', () => {
    const text = dataPicture.describe({
      mixture: [
        { kind: 'stories', label: 'Stories', share: 0.6 },
        { kind: 'rude', label: 'Rude posts', share: 0 },
        { kind: 'sums', label: 'Sums', share: 0.4 },
      ],
      documents: 420,
      purchases: ['Stories', 'Sums'],
    });
    expect(text).toContain(
      '2 datasets bought, 420 documents delivered. In the vat: Stories 60\u00a0%, Sums 40\u00a0%.',
    );
  });

  it('counts thumbs, and says what they changed', () => {
    const text = alignPicture.describe({
      answers: { a: 'I am well.', b: 'I am well, my friend.' },
      votes: 61,
      goodVotes: 150,
      traitBefore: 0.2,
      traitAfter: 0.55,
      inFormAfter: 0.93,
      training: false,
    });
    expect(text).toBe(
      'The gallery: 61 thumbs in the pan, which is full at 150. Friendly answers went from 20\u00a0% to 55\u00a0%. 93\u00a0% are in form. On the pedestals: A, “I am well.”; B, “I am well, my friend.”.',
    );
  });

  it('orders the museum wall by rank', () => {
    const team = { shape: 'circle' as const, bitsPerByte: 1.2 };
    const text = debriefPicture.describe({
      teams: [
        { ...team, id: 'b', name: 'Big Kettle', rank: 2, score: 51 },
        { ...team, id: 'a', name: 'Tin Hat', rank: 1, score: 64 },
      ],
      yourTeamId: null,
    });
    expect(text).toBe('The museum wall, by rank: 1. Tin Hat, 64 points; 2. Big Kettle, 51 points.');
  });
});
