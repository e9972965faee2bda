/** A tuned lab with a reward model of the votes on its answers, from which several levers begin: made once for each seed. */

import { policyRound } from '../../shared/lm/policy-gradient.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { questionRows } from '../../server/referee/pairs.ts';
import { lessonRows } from '../../server/referee/prepare.ts';
import { tokenReward } from '../../server/referee/token-reward.ts';
import { tunedLab, vote, type Lab } from './align-pays.ts';

async function voteOn(lab: Lab) {
  const votes = await vote(lab);
  const reward = tokenReward(votes, lab.examinee.tokenizer);
  return { lab, votes, reward, start: await lab.model.weights() };
}

export type VotedLab = Awaited<ReturnType<typeof voteOn>>;

/** The newest lab: the levers of a seed begin with the same. */
let newest: { seed: number; voted: Promise<VotedLab> } | null = null;

/** The lab as it was before anything was learnt from votes. */
export async function votedLab(seed: number): Promise<VotedLab> {
  if (newest?.seed !== seed) newest = { seed, voted: tunedLab(seed).then(voteOn) };
  const voted = await newest.voted;
  await voted.lab.model.load(voted.start);
  return voted;
}

/** The lab's model after a training by reward, at this price on distance; it begins with the weights that it had. */
export async function learnByReward({ lab, reward, start }: VotedLab, klWeight: number): Promise<void> {
  const { model, task, texts } = lab;
  await model.load(start);
  const round = policyRound({
    executor: model,
    rows: questionRows(lessonRows(texts, task), task.seeds.shards),
    endToken: END,
    klWeight,
    reward: new Map(Object.entries(reward)),
    now: () => 0,
  });
  for await (const { end } of round) if (end === 'diverged') break;
}
