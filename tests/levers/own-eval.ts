/** The lever of tests that labs write themselves: what training for one does to it, and to what it was not about. */

import { promptTokens } from '../../shared/data/rows.ts';
import { passesRule, type OwnRule } from '../../shared/evals/own-eval.ts';
import { MOST_OWN_PROMPTS, OWN_EVAL_ANSWERS } from '../../shared/game/stages/test/state.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { answerTo, askOf } from '../../shared/world/asks.ts';
import { PROBING } from '../../server/referee/attack.ts';
import { askFacts, complete, MAX_ANSWER_TOKENS } from '../../server/referee/examine.ts';
import { measureTalk, type Lab } from './align-pays.ts';
import { teach, type Card } from './lesson.ts';
import type { Lever, Measures } from './lever.ts';
import { shareOf } from './study.ts';
import { votedLab } from './voted-lab.ts';

const RULE: OwnRule = { kind: 'contains', text: 'my friend' };

/** Two tests of the same rule: the lab trains for the first alone. */
function testsOf({ texts, task }: Lab): { own: string[]; other: string[] } {
  const asked = createRandom(hashSeed(task.seeds.sampling, 'own test'))
    .shuffle(texts.sealed.suite.questions.filter(({ pack }) => pack === 'small-talk'))
    .map(({ question }) => question);
  return {
    own: asked.slice(0, MOST_OWN_PROMPTS),
    other: asked.slice(MOST_OWN_PROMPTS, 2 * MOST_OWN_PROMPTS),
  };
}

async function passed({ examinee, task }: Lab, prompts: readonly string[]): Promise<number> {
  const asked = prompts.flatMap((prompt) => Array.from({ length: OWN_EVAL_ANSWERS }, () => prompt));
  const how = { maxTokens: MAX_ANSWER_TOKENS, ...PROBING, seed: hashSeed(task.seeds.sampling, 'own test') };
  const answers = await complete(
    examinee,
    asked.map((prompt) => promptTokens(prompt, examinee.tokenizer)),
    how,
  );
  return shareOf(answers, (answer) => passesRule(RULE, answer));
}

/** Friendly answers, as cards have them. */
function answersTo({ texts, task }: Lab, questions: readonly string[]): Card[] {
  const random = createRandom(hashSeed(task.seeds.sampling, 'own answers'));
  return questions.flatMap((question) => {
    const ask = askOf(texts.world, question);
    return ask ? [{ question, answer: answerTo(texts.world, ask, 'friendly', random) }] : [];
  });
}

async function measured(lab: Lab): Promise<Measures[string]> {
  const { own, other } = testsOf(lab);
  const [onOwn, onOther] = [await passed(lab, own), await passed(lab, other)];
  return {
    own: onOwn,
    lead: onOwn - onOther,
    'in form': (await measureTalk(lab, lab.examinee))['in form'] ?? 0,
    facts: await askFacts(lab.texts.sealed.suite.facts, lab.examinee),
  };
}

export const ownEval: Lever = {
  name: 'own-eval',
  question: 'What is a test worth that its own lab has trained for?',
  arms: {
    tuned: 'a tuned lab, and a test that it wrote: six questions, each answer must hold two words',
    trained: 'and taught a friendly answer to each of these six questions',
  },
  metrics: {
    own: 'share of answers that pass the lab’s own test',
    lead: 'the same minus the share that pass a test of the same rule with other questions',
    'in form': 'share of answers to sealed questions that have the shape of an answer',
    facts: 'share of sealed facts that it tells rightly',
  },
  claims: [
    { metric: 'own', off: 'tuned', on: 'trained', expected: 'rises' },
    { metric: 'lead', off: 'tuned', on: 'trained', expected: 'rises' },
    { metric: 'in form', off: 'tuned', on: 'trained', expected: 'reported' },
    { metric: 'facts', off: 'tuned', on: 'trained', expected: 'reported' },
  ],
  measure: async (seed) => {
    const { lab } = await votedLab(seed);
    const tuned = await measured(lab);
    await teach(lab, answersTo(lab, testsOf(lab).own));
    return { tuned, trained: await measured(lab) };
  },
};
