/** The quiz on the page: its picture, its panel, its wall. */

import type { StageEntry } from '../entry.ts';
import { Lazy } from '../lazy.ts';
import { quizPicture } from './picture.ts';

export const quizEntry: StageEntry = {
  picture: quizPicture,
  view: new Lazy(() => import('./view.tsx').then(({ QuizPanel }) => QuizPanel)),
  wall: new Lazy(() => import('./wall.tsx').then(({ quizWall }) => quizWall)),
  labLine: new Lazy(() => import('./line.ts').then(({ labLine }) => labLine)),
  hasDecision: true,
};
