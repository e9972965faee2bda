/** What the stage of painting remembers of a lab: its painter's size, and how far the training is. */

import type { ShownPicture } from '../../images/market.ts';
import type { PaintPlan } from '../../images/painter.ts';

/** A part of the training that has come in. */
interface PaintPart {
  /** Training steps done by then. */
  steps: number;
  /** Mean over the part, in nats a pixel. */
  loss: number;
}

export interface PaintTeam {
  plan: PaintPlan | null;
  /** Training steps of the whole; 0 until there is a plan. */
  stepsTotal: number;
  /** Parts of the training, oldest first. */
  parts: PaintPart[];
  /** What it painted for the same few captions, and after how many steps. */
  shown: ShownPicture[];
  shownAtSteps: number;
  /** Members whose device has failed, so that it is not asked again. */
  unableIds: string[];
  /** The clock has run out: the server paints the rest. */
  isLate: boolean;
}

export function stepsDone({ parts }: Pick<PaintTeam, 'parts'>): number {
  return parts.at(-1)?.steps ?? 0;
}

export function isPainted(team: PaintTeam): boolean {
  return team.plan !== null && stepsDone(team) >= team.stepsTotal;
}
