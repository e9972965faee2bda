/** The referee's task of the exhibition: a lab's painter, measured. */

import type { Exhibit } from '../../../shared/game/images/exhibit.ts';
import { measureExhibit, type ExhibitTask } from '../exhibit.ts';
import { atelierOf } from '../pictures.ts';

export const exhibitionTasks = {
  async exhibit(task: ExhibitTask): Promise<Exhibit> {
    return measureExhibit(atelierOf(task), task);
  },
};
