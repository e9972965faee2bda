/** Every player-visible word in English, by key: those of any page, and those of each stage, which lie in its folder. */

import { lobbyWords } from '../stages/lobby/words.ts';
import { dataWords } from '../stages/data/words.ts';
import { scaleWords } from '../stages/scale/words.ts';
import { pretrainWords } from '../stages/pretrain/words.ts';
import { fineTuneWords } from '../stages/fine-tune/words.ts';
import { alignWords } from '../stages/align/words.ts';
import { testWords } from '../stages/test/words.ts';
import { logWords } from './request-log.ts';
import { servingWords } from '../stages/deploy/words-serving.ts';
import { deployWords } from '../stages/deploy/words.ts';
import { arenaWords } from '../stages/arena/words.ts';
import { debriefWords } from '../stages/debrief/words.ts';
import { adapter } from './adapter.ts';
import { picturesWords } from '../stages/pictures/words.ts';
import { paintWords } from '../stages/paint/words.ts';
import { galleryWords } from '../stages/gallery/words.ts';
import { exhibitionWords } from '../stages/exhibition/words.ts';
import { common } from './common.ts';
import { check } from './check.ts';
import { errors } from './errors.ts';
import { home } from './home.ts';
import { host } from './host.ts';
import { inside } from './inside.ts';
import { images } from './images.ts';
import { life } from './life.ts';
import { numbers } from './numbers.ts';
import { ownText } from './own-text.ts';
import { quick } from './quick.ts';
import { replay } from './replay.ts';
import { report } from './report.ts';
import { scenes } from './scenes.ts';
import { solo } from './solo.ts';
import { sound } from './sound.ts';
import { survey } from './survey.ts';
import { terms } from './terms.ts';
import { training } from './training.ts';
import { watch } from './watch.ts';

export const en = {
  ...common,
  ...adapter,
  ...errors,
  ...terms,
  ...solo,
  ...quick,
  ...scenes,
  ...training,
  ...home,
  ...inside,
  ...host,
  ...ownText,
  ...watch,
  ...check,
  ...images,
  ...life,
  ...numbers,
  ...replay,
  ...report,
  ...survey,
  ...sound,
  ...lobbyWords,
  ...dataWords,
  ...scaleWords,
  ...pretrainWords,
  ...fineTuneWords,
  ...alignWords,
  ...testWords,
  ...deployWords,
  ...logWords,
  ...servingWords,
  ...arenaWords,
  ...debriefWords,
  ...picturesWords,
  ...paintWords,
  ...galleryWords,
  ...exhibitionWords,
} as const;

export type TextKey = keyof typeof en;
