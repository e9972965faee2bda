/** The player's entry. */

import { Player } from './player/Player.tsx';
import { showPlayer } from './player/show-player.tsx';

void showPlayer(<Player />, 'app.name');
