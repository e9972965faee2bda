/** Reads a page that a player once took home, and makes its model speak again. */

import type { HomeFile, HomeFileReason } from '../../shared/home/home-file.ts';
import type { HomePlans } from '../../shared/home/home-plans.ts';
import type { SpeakingModel } from './engine/api.ts';

export type OpenedHome =
  | { ok: true; home: Pick<HomeFile, 'card'> & { plans: HomePlans }; model: SpeakingModel }
  | { ok: false; reason: HomeFileReason };

/** What is read at most; a page with the largest model is an eighth of it. */
const MOST_BYTES = 16_000_000;
let opened = 0;

export async function openHomeFile(file: File): Promise<OpenedHome> {
  if (file.size > MOST_BYTES) return { ok: false, reason: 'too_large' };
  const [{ HomeFileError, readHomeFile }, { readHomePlans }] = await Promise.all([
    import('../../shared/home/home-file.ts'),
    import('../../shared/home/home-plans.ts'),
  ]);
  try {
    const { card, plans, checkpoint, tokenizer } = readHomeFile(await file.text());
    opened += 1;
    const model = { name: `home/${opened}`, kind: 'checkpoint' as const, bytes: checkpoint, tokenizer };
    return { ok: true, home: { card, plans: readHomePlans(plans) }, model };
  } catch (problem) {
    if (problem instanceof HomeFileError) return { ok: false, reason: problem.reason };
    throw problem;
  }
}
