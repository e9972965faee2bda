/** The scale stage on the projector: the class's scaling plot, once there is a run to put on it. */

import type { Wall } from '../entry.ts';
import { PictureWall } from '../wall/PictureWall.tsx';
import { hasScalingRuns, ScalingWall } from '../wall/ScalingWall.tsx';
import { scalePicture } from './picture.ts';

export const scaleWall: Wall = {
  Main: ({ match, unitPx }) =>
    hasScalingRuns(match) ? (
      <ScalingWall match={match} unitPx={unitPx} />
    ) : (
      <PictureWall match={match} picture={scalePicture} />
    ),
};
