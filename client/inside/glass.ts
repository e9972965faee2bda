/** What a look into a model needs of it, wherever its engine runs. */

import type { InspectJob } from '../lab/engine/api.ts';
import type { Inside, WordLayout, WordMap } from '../lab/engine/inside.ts';
import type { ProbeAnswer, ProbeQuestion, Swapped, SwapPlace } from '../lab/engine/states.ts';
import type { ProbedPerson } from '../../shared/game/wire/routes.ts';

/** Null where the model could not be looked into this time. */
export interface Glass {
  manner: 'continue' | 'answer';
  inspect(text: string, without: InspectJob['without']): Promise<Inside | null>;
  /** The maps that can be drawn here. */
  layouts: readonly WordLayout[];
  mapWords(word: string, layout: WordLayout): Promise<WordMap | null>;
  /** Puts a state of the model while it read the other text into this one. */
  swap(text: string, other: string, place: SwapPlace): Promise<Swapped | null>;
  probe(question: ProbeQuestion): Promise<ProbeAnswer | null>;
  /** Of the model's world; none where it is not known here. */
  people(): Promise<readonly ProbedPerson[]>;
}
