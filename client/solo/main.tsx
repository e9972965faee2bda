/** The entry of whoever plays alone: the player's page, on a match in workers of its own. */

import { match } from '../session/current.ts';
import { experimentInLink } from '../session/link.ts';
import { isMatchOver } from '../session/over.ts';
import { Player } from '../player/Player.tsx';
import { showPlayer } from '../player/show-player.tsx';
import { SoloBar } from './SoloBar.tsx';
import { SoloStart } from './SoloStart.tsx';
import './solo.css';

const entry = (
  <SoloStart
    experiment={experimentInLink(location.search)}
    isRehearsal={new URLSearchParams(location.search).has('rehearsal')}
  />
);
void showPlayer(<Player entry={entry} corner={<SoloBar />} />, 'title.solo');

/* The match lives in this page only, so whoever closes it by mistake is asked first. */
window.addEventListener('beforeunload', (event) => {
  const running = match.peek();
  if (running && !isMatchOver(running)) event.preventDefault();
});
