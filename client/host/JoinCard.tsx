/** How to come in: the code in big letters, a QR picture, and the address. */

import { t } from '../i18n/t.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { fillRoute } from '../session/http.ts';
import { joinLink } from '../session/link.ts';
import { Paper } from '../ui/Paper.tsx';

/** A code in two groups, as people read it out: GOAT 47. */
export function spacedCode(code: string): string {
  return code.replace(/([A-Z]+)(\d+)/, '$1 $2');
}

export function JoinCard({ code, big = false }: { code: string; big?: boolean }) {
  const address = location.host;
  return (
    <Paper class={`join-paper ${big ? 'big' : ''}`}>
      <img class="qr" src={fillRoute(ROUTES.joinImage, { code })} alt={joinLink(location.origin, code)} />
      <div>
        <p class="muted">{t('projector.join')}</p>
        <p class="big-code">{spacedCode(code)}</p>
        <p class="address">{address}</p>
      </div>
    </Paper>
  );
}
