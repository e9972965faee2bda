/** Pretraining on the projector: the race, who leads it, and what the models say. */

import type { Wall } from '../entry.ts';
import { Notes } from '../wall/Notes.tsx';
import { Race } from '../wall/Race.tsx';
import { SoFar } from '../wall/SoFar.tsx';

export const pretrainWall: Wall = {
  Main: Race,
  Side: SoFar,
  Foot: Notes,
};
