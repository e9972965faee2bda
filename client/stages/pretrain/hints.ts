/** The curve's hints as sentences. */

import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { CurveHint } from '../../../shared/game/stages/pretrain/curve-hints.ts';
import { formatQuantity } from '../../i18n/quantity.ts';

const percent = (share: number): string => formatDecimal(100 * share, share < 0.1 ? 1 : 0);

/** What the hint says, and what could be done about it. */
export function hintWords(hint: CurveHint): string {
  switch (hint.kind) {
    case 'spike':
      return t('hint.spike', { share: percent(hint.share) });
    case 'by-heart':
      return t('hint.by-heart', { tokens: formatQuantity(hint.tokens) });
    case 'unread':
      return t('hint.unread', { kind: t(`kind.${hint.corpus}`).toLowerCase() });
    case 'stall':
      return t('hint.stall', { share: percent(hint.share), tokens: formatQuantity(hint.tokens) });
  }
}
