/** A name that chance makes, in the language of this page. */

import { suggestName } from '../../shared/game/made-names.ts';
import { catalogue } from './catalogue.ts';

export function drawName(): string {
  return suggestName(catalogue.peek().language, Math.random(), Math.random());
}
