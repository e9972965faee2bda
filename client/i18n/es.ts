/** Every player-visible word in Spanish, and what there is to read about each stage; loaded by whoever reads Spanish. */

import type { Stage } from '../../shared/lifecycle.ts';
import { lobbyWords } from '../stages/lobby/words.es.ts';
import lobbyDocs from '../stages/lobby/docs.es.md?raw';
import { dataWords } from '../stages/data/words.es.ts';
import dataDocs from '../stages/data/docs.es.md?raw';
import { scaleWords } from '../stages/scale/words.es.ts';
import scaleDocs from '../stages/scale/docs.es.md?raw';
import { pretrainWords } from '../stages/pretrain/words.es.ts';
import pretrainDocs from '../stages/pretrain/docs.es.md?raw';
import { fineTuneWords } from '../stages/fine-tune/words.es.ts';
import fineTuneDocs from '../stages/fine-tune/docs.es.md?raw';
import { alignWords } from '../stages/align/words.es.ts';
import alignDocs from '../stages/align/docs.es.md?raw';
import { testWords } from '../stages/test/words.es.ts';
import { logWords } from './request-log.es.ts';
import { servingWords } from '../stages/deploy/words-serving.es.ts';
import { deployWords } from '../stages/deploy/words.es.ts';
import deployDocs from '../stages/deploy/docs.es.md?raw';
import { arenaWords } from '../stages/arena/words.es.ts';
import testDocs from '../stages/test/docs.es.md?raw';
import arenaDocs from '../stages/arena/docs.es.md?raw';
import { debriefWords } from '../stages/debrief/words.es.ts';
import debriefDocs from '../stages/debrief/docs.es.md?raw';
import { adapter } from './adapter.es.ts';
import { picturesWords } from '../stages/pictures/words.es.ts';
import { paintWords } from '../stages/paint/words.es.ts';
import { galleryWords } from '../stages/gallery/words.es.ts';
import { exhibitionWords } from '../stages/exhibition/words.es.ts';
import picturesDocs from '../stages/pictures/docs.es.md?raw';
import paintDocs from '../stages/paint/docs.es.md?raw';
import galleryDocs from '../stages/gallery/docs.es.md?raw';
import exhibitionDocs from '../stages/exhibition/docs.es.md?raw';
import { common } from './common.es.ts';
import type { TextKey } from './en.ts';
import { check } from './check.es.ts';
import { errors } from './errors.es.ts';
import { home } from './home.es.ts';
import { host } from './host.es.ts';
import { inside } from './inside.es.ts';
import { images } from './images.es.ts';
import { life } from './life.es.ts';
import { numbers } from './numbers.es.ts';
import { ownText } from './own-text.es.ts';
import { quick } from './quick.es.ts';
import { replay } from './replay.es.ts';
import { report } from './report.es.ts';
import { scenes } from './scenes.es.ts';
import { solo } from './solo.es.ts';
import { sound } from './sound.es.ts';
import { survey } from './survey.es.ts';
import { terms } from './terms.es.ts';
import { training } from './training.es.ts';
import { watch } from './watch.es.ts';

export const words: Readonly<Record<TextKey, string>> = {
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
};

export const docs: Readonly<Record<Stage, string>> = {
  lobby: lobbyDocs,
  data: dataDocs,
  scale: scaleDocs,
  pretrain: pretrainDocs,
  'fine-tune': fineTuneDocs,
  align: alignDocs,
  test: testDocs,
  deploy: deployDocs,
  arena: arenaDocs,
  debrief: debriefDocs,
  pictures: picturesDocs,
  paint: paintDocs,
  gallery: galleryDocs,
  exhibition: exhibitionDocs,
};
