/** Two models behind one product: who answers what, and what is kept of an answer that was thrown away. */

import { describe, expect, it } from 'vitest';
import { SURE_ALONE } from '../../shared/serving/models.ts';
import type { OpenedRequest } from '../../shared/game/stages/deploy/state.ts';
import { askModels } from './router.ts';
import type { Question } from './town.ts';

const QUESTIONS = ['sure', 'unsure', 'refused'].map((question): Question => ({
  kind: 'fact',
  question,
  person: '',
  isNews: false,
  talk: null,
  asker: '',
}));
const SURE: Record<string, number | null> = { sure: SURE_ALONE, unsure: SURE_ALONE - 0.01, refused: null };

/** A model that says its name, and finds it as likely as the question tells; the filter refuses one. */
function modelNamed(name: string) {
  const asked: string[] = [];
  const ask = (questions: readonly Question[]): Promise<OpenedRequest[]> => {
    asked.push(...questions.map(({ question }) => question));
    return Promise.resolve(
      questions.map(({ question, kind }): OpenedRequest => {
        const sure = SURE[question] ?? null;
        const isRefused = sure === null;
        return {
          question,
          kind,
          harmless: null,
          document: null,
          draft: null,
          use: null,
          prompt: isRefused ? [] : ['who', '?'],
          written: isRefused ? [] : [name],
          sure,
          answer: isRefused ? '' : name,
          judgement: isRefused ? 'refused' : 'true',
          harm: null,
          isSupported: null,
        };
      }),
    );
  };
  return { asked, ask };
}

const answersOf = async (model: 'own' | 'pupil' | 'router') => {
  const [big, small] = [modelNamed('big'), modelNamed('small')];
  const said = await askModels(model, { own: big.ask, pupil: small.ask }, QUESTIONS);
  return { said, big: big.asked, small: small.asked };
};

describe('a product with a small copy', () => {
  it("asks the lab's own model alone, or the copy alone", async () => {
    const own = await answersOf('own');
    expect(own.said.map(({ answer }) => answer)).toEqual(['big', 'big', '']);
    expect(own.small).toEqual([]);
    expect(own.said.every(({ pupil }) => pupil === undefined)).toBe(true);
    const pupil = await answersOf('pupil');
    expect(pupil.said.map(({ answer }) => answer)).toEqual(['small', 'small', '']);
    expect(pupil.big).toEqual([]);
    expect(pupil.said.map((one) => one.pupil?.isTaken)).toEqual([true, true, undefined]);
  });

  it('passes on what the copy is not sure of, and keeps what it said first', async () => {
    const { said, big } = await answersOf('router');
    expect(said.map(({ answer }) => answer)).toEqual(['small', 'big', '']);
    expect(big).toEqual(['unsure']);
    expect(said[0]?.pupil?.isTaken).toBe(true);
    expect(said[1]?.pupil).toEqual({
      promptTokens: 2,
      written: ['small'],
      sure: SURE_ALONE - 0.01,
      isTaken: false,
    });
  });
});
