/** What a look into a model needs of it, wherever its engine runs. */

import type { InspectJob } from '../lab/engine/api.ts';
import type { Inside, WordMap } from '../lab/engine/inside.ts';

/** Null where the model could not be looked into this time. */
export interface Glass {
  manner: 'continue' | 'answer';
  inspect(text: string, without: InspectJob['without']): Promise<Inside | null>;
  mapWords(word: string): Promise<WordMap | null>;
}
