/** How to come in: the code in big letters, a QR picture, and the address. */

import { t } from '../i18n/t.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { fillRoute } from '../session/http.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { hostIn, joinLink, joinOriginOf } from '../session/link.ts';
import { Paper } from '../ui/Paper.tsx';

/** A code in two groups, as people read it out: GOAT 47. */
export function spacedCode(code: string): string {
  return code.replace(/([A-Z]+)(\d+)/, '$1 $2');
}

/** The picture and the words lead to the same address, which the host has chosen. */
export function JoinCard({ match, big = false }: { match: MatchView; big?: boolean }) {
  const { code } = match;
  const origin = joinOriginOf(match);
  return (
    <Paper class={`join-paper ${big ? 'big' : ''}`}>
      <img
        key={origin}
        class="qr"
        src={`${fillRoute(ROUTES.joinImage, { code })}?origin=${encodeURIComponent(origin)}`}
        alt={joinLink(origin, code)}
      />
      <div>
        <p class="muted">{t('projector.join')}</p>
        <p class="big-code" translate={false}>
          {spacedCode(code)}
        </p>
        <p class="address">{hostIn(origin)}</p>
      </div>
    </Paper>
  );
}
