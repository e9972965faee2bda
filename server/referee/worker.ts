/** The referee's tasks by name: one runs at a time, off the room's core, and each match's texts are kept between tasks. In Node and in a page's worker. */

import { alignTasks } from './tasks/align.ts';
import { anyStageTasks } from './tasks/any-stage.ts';
import { arenaTasks } from './tasks/arena.ts';
import { dataTasks } from './tasks/data.ts';
import { debriefTasks } from './tasks/debrief.ts';
import { deployTasks } from './tasks/deploy.ts';
import { exhibitionTasks } from './tasks/exhibition.ts';
import { fineTuneTasks } from './tasks/fine-tune.ts';
import { galleryTasks } from './tasks/gallery.ts';
import { paintTasks } from './tasks/paint.ts';
import { picturesTasks } from './tasks/pictures.ts';
import { pretrainTasks } from './tasks/pretrain.ts';
import { scaleTasks } from './tasks/scale.ts';
import { testTasks } from './tasks/test.ts';

const TASKS = {
  ...anyStageTasks,
  ...dataTasks,
  ...scaleTasks,
  ...pretrainTasks,
  ...fineTuneTasks,
  ...alignTasks,
  ...testTasks,
  ...deployTasks,
  ...arenaTasks,
  ...debriefTasks,
  ...picturesTasks,
  ...paintTasks,
  ...galleryTasks,
  ...exhibitionTasks,
};

/** What goes into each task, and what comes out. */
export type RefereeTasks = {
  [Name in keyof typeof TASKS]: {
    input: Parameters<(typeof TASKS)[Name]>[0];
    output: Awaited<ReturnType<(typeof TASKS)[Name]>>;
  };
};

/** A task of any name, with what goes into it. */
export type AnyTask = {
  [Name in keyof RefereeTasks]: { name: Name; input: RefereeTasks[Name]['input'] };
}[keyof RefereeTasks];

/** Does a task. */
export function perform({ name, input }: AnyTask): Promise<RefereeTasks[keyof RefereeTasks]['output']> {
  /* Each name has the input of its own task, which the types can't follow through a look-up. */
  const task = TASKS[name] as (
    input: AnyTask['input'],
  ) => Promise<RefereeTasks[keyof RefereeTasks]['output']>;
  return task(input);
}
