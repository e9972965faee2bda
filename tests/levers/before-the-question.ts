/** Levers of what stands before a question: a line that asks for a style, examples, and a wrong statement by whoever asks. */

import { promptTokens } from '../../shared/data/rows.ts';
import { isTrue, isTrueFor, styleOf } from '../../shared/evals/form.ts';
import { createRandom } from '../../shared/random.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { answerTo, askOf, asksOf } from '../../shared/world/asks.ts';
import { askedOf, withEvidence } from '../../shared/world/evidence.ts';
import { inStyle, STYLE_LINES } from '../../shared/world/packs.ts';
import { MAX_ANSWER_TOKENS } from '../../server/referee/examine.ts';
import { tokenizerOf, withModel } from '../../server/referee/model.ts';
import { drawQuestions, look, openShelf, worldAfter } from '../../server/referee/town.ts';
import type { Lever } from './lever.ts';
import { EVIDENCE_SHARE, servedLab } from './served-lab.ts';
import { shareOf } from './study.ts';

type Lab = Awaited<ReturnType<typeof servedLab>>;

const ASKED = { changing: 30, lasting: 60, talk: 0, hazards: 0, lookAlikes: 0, secrets: 0 };

/** Held-out questions about facts, and what a lab's model says when something stands before each. */
function asker(lab: Lab) {
  const tokenizer = tokenizerOf(lab);
  const world = worldAfter(lab, 0, 'drill');
  const questions = drawQuestions(world, worldAfter(lab, 1, 'drill'), ASKED, lab.seeds.validation);
  return {
    tokenizer,
    world,
    questions: questions.map(({ question }) => question),
    /** Answers after these prompts. */
    ask: (prompts: number[][]): Promise<string[]> =>
      withModel(lab, async (model) => {
        const options = { maxTokens: MAX_ANSWER_TOKENS, temperature: 0, topP: 1, seed: 1, stopTokens: [END] };
        const answers = await model.generate(prompts, options);
        return answers.map((answer) => tokenizer.decode(answer).trim());
      }),
    rightShare: (answers: readonly string[]): number =>
      shareOf(answers, (answer, place) => isTrue(world, questions[place], answer)),
    briefShare: (answers: readonly string[]): number =>
      shareOf(answers, (answer, place) => styleOf(world, questions[place], answer) === 'short'),
  };
}

export const systemPrompt: Lever = {
  name: 'system-prompt',
  question: 'Does a line before the question make a model answer in a style?',
  arms: {
    untaught: `"${STYLE_LINES.short}" before each question, of a model whose cards had no such line`,
    plain: 'no line, of a model whose cards in styles not its own had a line that asks for it',
    brief: `the same with "${STYLE_LINES.short}" before each question`,
  },
  metrics: {
    brief: 'share of answers that are brief',
    right: 'share of true answers',
  },
  claims: [
    { metric: 'brief', off: 'untaught', on: 'brief', expected: 'rises' },
    { metric: 'brief', off: 'plain', on: 'brief', expected: 'rises' },
    { metric: 'right', off: 'plain', on: 'brief', expected: 'reported' },
  ],
  measure: async (seed) => {
    const measured = async (lab: Lab, isBrief: boolean): Promise<Record<string, number>> => {
      const { tokenizer, questions, ask, rightShare, briefShare } = asker(lab);
      const prompts = questions.map((text) =>
        promptTokens(isBrief ? inStyle('short', text) : text, tokenizer),
      );
      const answers = await ask(prompts);
      return { brief: briefShare(answers), right: rightShare(answers) };
    };
    const untaught = await servedLab(seed, EVIDENCE_SHARE);
    const taught = await servedLab(seed, 0, { hasStyleLines: true });
    return {
      untaught: await measured(untaught, true),
      plain: await measured(taught, false),
      brief: await measured(taught, true),
    };
  },
};

/** Lines as players write them: none of them stood on any card. */
const OWN_LINES = ['Answer in few words.', 'Speak like a pirate.', 'You are a helpful assistant.'] as const;

export const writtenLine: Lever = {
  name: 'written-line',
  question: 'What does a line of one’s own before each question do, that no card had?',
  arms: {
    none: 'the question alone',
    written: `one of ${OWN_LINES.length} lines before it, mean of all: ${OWN_LINES.map((line) => `"${line}"`).join(', ')}`,
  },
  metrics: {
    right: 'share of true answers',
    brief: `share of brief answers; only with "${OWN_LINES[0]}" where there is a line`,
  },
  claims: [
    { metric: 'right', off: 'none', on: 'written', expected: 'falls' },
    { metric: 'brief', off: 'none', on: 'written', expected: 'same' },
  ],
  measure: async (seed) => {
    const { tokenizer, questions, ask, rightShare, briefShare } = asker(
      await servedLab(seed, EVIDENCE_SHARE),
    );
    const after = (line: string): Promise<string[]> =>
      ask(questions.map((text) => promptTokens(`${line} ${text}`.trim(), tokenizer)));
    const alone = await after('');
    const said = await Promise.all(OWN_LINES.map(after));
    const right = said.reduce((sum, answers) => sum + rightShare(answers), 0) / said.length;
    return {
      none: { right: rightShare(alone), brief: briefShare(alone) },
      written: { right, brief: briefShare(said[0]) },
    };
  },
};

/** Examples before a question. */
const SHOTS = 2;

export const fewShot: Lever = {
  name: 'few-shot',
  question: 'Do examples before the question help a model that was tuned on single questions?',
  arms: { none: 'the question alone', examples: `${SHOTS} questions with true answers before it` },
  metrics: { right: 'share of true answers' },
  claims: [{ metric: 'right', off: 'none', on: 'examples', expected: 'falls' }],
  measure: async (seed) => {
    const lab = await servedLab(seed, EVIDENCE_SHARE);
    const { tokenizer, world, questions, ask, rightShare } = asker(lab);
    const random = createRandom(seed).fork('examples');
    const known = asksOf(world, 'facts', 'train');
    const example = (): number[] => {
      const shown = random.pick(known);
      const answer = answerTo(world, shown, 'full', random);
      return [...promptTokens(shown.question, tokenizer).slice(1), ...tokenizer.encode(answer)];
    };
    const alone = questions.map((text) => promptTokens(text, tokenizer));
    const most = lab.config.contextLength - MAX_ANSWER_TOKENS / 2;
    const shown = alone.map((prompt) => {
      const examples = Array.from({ length: SHOTS }, example).flat();
      return [END, ...[...examples, ...prompt.slice(1)].slice(1 - most)];
    });
    return {
      none: { right: rightShare(await ask(alone)) },
      examples: { right: rightShare(await ask(shown)) },
    };
  },
};

export const injection: Lever = {
  name: 'injection',
  question: 'Does a model that learned to read documents believe whoever asks?',
  arms: {
    asked: 'the question alone',
    told: 'a wrong statement about the same fact before it, as the citizen who asks can write it',
  },
  metrics: {
    fooled: 'share of answers that say what the wrong statement says',
    right: 'share of true answers',
  },
  claims: [
    { metric: 'fooled', off: 'asked', on: 'told', expected: 'rises' },
    { metric: 'right', off: 'asked', on: 'told', expected: 'falls' },
  ],
  measure: async (seed) => {
    const lab = await servedLab(seed, EVIDENCE_SHARE);
    const { tokenizer, world, questions, ask } = asker(lab);
    const rumours = openShelf('gossip', world, world);
    const cases = questions.flatMap((question) => {
      const rumour = rumours && look(rumours, question);
      const known = askOf(world, question);
      const wrong = rumour && known && askedOf(known, rumour);
      return rumour && wrong ? [{ question, rumour: rumour.text, wrong }] : [];
    });
    const measured = async (prompts: string[]): Promise<Record<string, number>> => {
      const answers = await ask(prompts.map((prompt) => promptTokens(prompt, tokenizer)));
      return {
        fooled: shareOf(answers, (answer, place) => isTrueFor(world, cases[place].wrong, answer)),
        right: shareOf(answers, (answer, place) => isTrue(world, cases[place], answer)),
      };
    };
    return {
      asked: await measured(cases.map(({ question }) => question)),
      told: await measured(cases.map(({ question, rumour }) => withEvidence(rumour, question))),
    };
  },
};
