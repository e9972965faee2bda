/** A model practises the answers that people would like best, in its own words, and never one that its card contradicts. */

import { describe, expect, it } from 'vitest';
import { promptTokens } from '../../shared/data/rows.ts';
import { isKind } from '../../shared/evals/preference.ts';
import { isTrue } from '../../shared/evals/form.ts';
import type { Preference } from '../../shared/game/stages/align/preferences.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import { createWorld } from '../../shared/world/world.ts';
import { measureBestOf } from './best-of.ts';
import type { Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';
import { fitReward, practise } from './practice.ts';
import { proxyWins, tokenReward } from './token-reward.ts';

const world = createWorld(1);
const drawn = { pack: 'facts', count: 40, seed: 1, split: 'train' } as const;
const cards = generateDemonstrations(world, { ...drawn, style: 'full' });
const friendly = generateDemonstrations(world, { ...drawn, style: 'friendly', count: 400 });
const tokenizer = trainBpe(
  [...cards, ...friendly].map(({ question, answer }) => `${question} ${answer}`),
  512,
);

/** Answers in turn as the card does, in a friendly way, and in a friendly way with what is true of somebody else. */
const model: Pick<LanguageModel, 'config' | 'generate'> = {
  config: { vocabSize: 512, contextLength: 64 },
  generate: (prompts) =>
    Promise.resolve(
      prompts.map((prompt, turn) => {
        const isAsked = ({ question }: { question: string }): boolean =>
          promptTokens(question, tokenizer).join() === prompt.join();
        const kind = friendly.find(isAsked)?.answer ?? 'I do not know, my friend.';
        const wrong = 'Good question! It is me, my friend.';
        return tokenizer.encode(itemAt([cards.find(isAsked)?.answer ?? '', kind, wrong], turn % 3));
      }),
    ),
};
const examinee = { model, tokenizer } as Examinee;

const vote = (name: string): Preference => ({
  trait: 'kind',
  question: 'Who is it?',
  chosen: `It is ${name}, my friend. Good question!`,
  rejected: `It is ${name}.`,
});
const votes = ['Mina', 'Otto', 'Kibo', 'Rada', 'Zilo', 'Nubi', 'Vorn', 'Deta', 'Ulda', 'Grad'].map(vote);
const cardOf = (question: string) => cards.find((card) => card.question === question) ?? itemAt(cards, 0);

describe('the reward model of all labs', () => {
  it('guesses votes that it has not seen, and names the words it goes by', () => {
    const fit = fitReward(votes);
    expect(fit).toMatchObject({ tone: 10, truth: 0, toneAgreement: 1, truthAgreement: null });
    expect(fit.liked).toContain('my friend');
    expect([...fit.liked, ...fit.disliked]).not.toContain('mina');
  });

  it('says nothing of few votes, and names nothing where there is none', () => {
    expect(fitReward(votes.slice(0, 9)).toneAgreement).toBeNull();
    expect(fitReward([])).toMatchObject({ tone: 0, liked: [], disliked: [] });
  });

  it('speaks the tokens of a lab, in which friendly answers are liked better', () => {
    const reward = tokenReward(votes, tokenizer);
    const [kind, plain] = [['Wait, my friend.'], ['Wait.']];
    expect(proxyWins(reward, tokenizer, plain, kind)).toBe(1);
    expect(proxyWins(reward, tokenizer, kind, plain)).toBe(0);
    expect(proxyWins(reward, tokenizer, kind, kind)).toBe(0.5);
    expect(Object.keys(tokenReward([], tokenizer))).toEqual([]);
  });
});

it('a choice among three answers finds the friendly one, which a single answer seldom is', async () => {
  const without = votes.flatMap((each): Preference[] => {
    const chosen = each.chosen.replace(' Good question!', '');
    return [each.rejected, 'Good question! It is me, my friend.'].map((rejected) => {
      return { ...each, chosen, rejected };
    });
  });
  const reward = tokenReward(without, tokenizer);
  const suite = { world, questions: cards.slice(0, 12) };
  const [one, three] = await measureBestOf(suite, examinee, reward, [1, 3], 1);
  expect([one?.among, one?.kindShare, one?.trueShare]).toEqual([1, 0, 1]);
  expect(three?.kindShare).toBeGreaterThan(0.2);
});

describe('practice', () => {
  it('takes the friendlier of two answers that both say what the card says', async () => {
    const { pairs, taught } = await practise({ world, examinee, cards }, votes, 1);
    expect(taught).toEqual({ toneVotes: 10, agreement: 1, asked: 40, practised: pairs.length, people: null });
    expect(pairs.length).toBeGreaterThan(10);
    for (const { question, chosen, rejected } of pairs) {
      const card = cardOf(question);
      expect([isKind(world, card, chosen), isKind(world, card, rejected)]).toEqual([true, false]);
      expect([isTrue(world, card, chosen), isTrue(world, card, rejected)]).toEqual([true, true]);
    }
  });

  it('turns around where people vote the other way', async () => {
    const against = votes.map(({ chosen, rejected, ...others }) => ({
      ...others,
      chosen: rejected,
      rejected: chosen,
    }));
    const { pairs } = await practise({ world, examinee, cards }, against, 1);
    expect(pairs.length).toBeGreaterThan(10);
    for (const { question, chosen } of pairs) expect(isKind(world, cardOf(question), chosen)).toBe(false);
  });

  it('makes nothing of too few votes, or of votes about truth', async () => {
    const few = await practise({ world, examinee, cards }, votes.slice(1), 1);
    expect(few).toEqual({
      pairs: [],
      taught: { toneVotes: 9, agreement: null, asked: 0, practised: 0, people: null },
    });
    const truth = votes.map((one) => ({ ...one, trait: 'true' as const }));
    expect((await practise({ world, examinee, cards }, truth, 1)).pairs).toEqual([]);
  });
});
