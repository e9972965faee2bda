/** Fine-tuning on the projector: where the big runs ended among all others, then the lessons and what the models say. */

import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import type { Wall } from '../entry.ts';
import { Labs } from '../wall/Labs.tsx';
import { Notes } from '../wall/Notes.tsx';
import { hasScalingRuns, ScalingWall } from '../wall/ScalingWall.tsx';
import { SoFar } from '../wall/SoFar.tsx';
import { LessonWall } from './LessonWall.tsx';

/** The plot stands until the first lab is fine-tuned. */
const showsScaling = (match: MatchView): boolean =>
  hasScalingRuns(match) && match.teams.every(({ runs }) => !runs['fine-tune']);

export const fineTuneWall: Wall = {
  Main: (props) =>
    showsScaling(props.match) ? (
      <ScalingWall {...props} note={t('projector.scalingBig')} />
    ) : (
      <LessonWall {...props} />
    ),
  Side: SoFar,
  Foot: (props) => (showsScaling(props.match) ? <Labs {...props} decides /> : <Notes {...props} />),
};
