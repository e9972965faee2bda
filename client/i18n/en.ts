/** Every player-visible word in English, by key. */

import { align } from './align.ts';
import { arena } from './arena.ts';
import { cleaning } from './cleaning.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { host } from './host.ts';
import { market } from './market.ts';
import { numbers } from './numbers.ts';
import { ownText } from './own-text.ts';
import { pretrain } from './pretrain.ts';
import { scale } from './scale.ts';
import { scenes } from './scenes.ts';
import { stages } from './stages.ts';
import { terms } from './terms.ts';
import { training } from './training.ts';

export const en = {
  ...common,
  ...cleaning,
  ...errors,
  ...terms,
  ...stages,
  ...pretrain,
  ...scale,
  ...scenes,
  ...training,
  ...host,
  ...align,
  ...arena,
  ...ownText,
  ...market,
  ...numbers,
} as const;

export type TextKey = keyof typeof en;
