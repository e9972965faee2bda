/** The market: datasets as cards, each to be read and bought by half or whole. */

import { useSignal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { classTextSeen, type ClassText } from '../../../shared/game/class-text.ts';
import { withChange } from '../../../shared/game/stages/data/basket-changes.ts';
import {
  MARKET,
  priceOf,
  type DatasetOffer,
  type Lot,
  type Portion,
} from '../../../shared/game/stages/data/plan.ts';
import { SCORED_KINDS, type CorpusKind } from '../../../shared/world/document.ts';
import { market } from '../../lab/library.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { KIND_STOCK } from '../kind-colors.ts';
import { formatBytes, formatQuantity } from '../../i18n/quantity.ts';
import { AuctionCard, lotOfTeam } from './Auction.tsx';
import { basketPlan, changeBasket } from './basket.ts';
import { BasketList, buyerOf } from './BasketList.tsx';
import { coinsLeft, coinsOfTeam } from './draft.ts';
import { opens } from './layers.ts';
import { Reader } from './Reader.tsx';

interface CardProps {
  offer: DatasetOffer;
  seed: number;
  /** What the host has brought, where it is that. */
  text: ClassText | null;
  locked: boolean;
  lot: Lot | null;
  /** What the lab may spend in all. */
  coins: number;
  /** Who put it into the basket; null where nobody did, or nobody else could have. */
  buyer: string | null;
  onRead: (kind: CorpusKind) => void;
}

function Card({ offer, seed, text, locked, lot, coins, buyer, onRead }: CardProps) {
  const { kind } = offer;
  const plan = basketPlan();
  const bought = plan.purchases[kind] ?? null;
  const size = formatBytes(text?.bytes ?? offer.bytes);
  const documents = market.value?.datasets.find((dataset) => dataset.kind === kind)?.documents;
  const affordable = (portion: Portion): boolean =>
    coinsLeft(withChange(plan, { kind, portion }), lot, coins) >= 0;
  const option = (portion: Portion): { value: Portion; label: string; disabled: boolean } => ({
    value: portion,
    label:
      portion === 'archive' ? t('portion.archive') : `${t(`portion.${portion}`)} ${priceOf(kind, portion)}`,
    disabled: bought !== portion && !affordable(portion),
  });
  return (
    <Paper cut="slip" seed={seed} class="dataset">
      <div class="dataset-head">
        <i class="swatch" style={{ background: KIND_STOCK[kind] }} />
        <b class="title-face">{text?.name ?? t(`kind.${kind}`)}</b>
        <button type="button" class="link" onClick={() => onRead(kind)}>
          {t('data.read')}
        </button>
        {buyer && <span class="small buyer">✓ {buyer}</span>}
      </div>
      <p class="small">
        {t(`kind.${kind}.about`)}{' '}
        {documents === undefined
          ? `${size}.`
          : t('data.size', { documents: formatQuantity(documents), size })}{' '}
        {text && t('data.license', { license: text.license })}
      </p>
      <Choice<Portion | 'none'>
        legend={t('data.buyLegend', { kind: t(`kind.${kind}`) })}
        hideLegend
        name={`buy-${kind}`}
        disabled={locked}
        options={[
          { value: 'none', label: t('portion.none') },
          ...(text ? [] : [option('half')]),
          option('whole'),
          ...(lot?.kind === kind ? [option('archive')] : []),
        ]}
        value={bought ?? 'none'}
        onChoose={(portion) => changeBasket({ kind, portion: portion === 'none' ? null : portion })}
      />
    </Paper>
  );
}

/** The kinds that every model is examined on come first; the others lie behind "more". */
const FIRST_OFFERS = SCORED_KINDS.length;

export function Market({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  const reading = useSignal<CorpusKind | null>(null);
  const isUnfolded = useSignal(false);
  const lot = lotOfTeam(standpoint);
  const { purchases } = basketPlan();
  const text = classTextSeen(standpoint.match);
  /* What the class brought is not to be looked for behind "more". */
  const first = MARKET.filter(({ kind }, at) => at < FIRST_OFFERS || (kind === 'class' && text));
  const rest = MARKET.filter(({ kind }, at) => at >= FIRST_OFFERS && kind !== 'class');
  const showsAll = isUnfolded.value || rest.some(({ kind }) => purchases[kind] !== undefined);
  return (
    <div class="market">
      <BasketList standpoint={standpoint} />
      {opens(standpoint, 'bid') && (
        <AuctionCard standpoint={standpoint} onRead={(kind) => (reading.value = kind)} />
      )}
      {[...first, ...(showsAll ? rest : [])].map((offer, index) => (
        <Card
          key={offer.kind}
          offer={offer}
          seed={index}
          text={offer.kind === 'class' ? text : null}
          locked={locked}
          lot={lot}
          coins={coinsOfTeam(standpoint.team)}
          buyer={buyerOf(standpoint, offer.kind)}
          onRead={(kind) => (reading.value = kind)}
        />
      ))}
      {!showsAll && (
        <Button class="wide" onPress={() => (isUnfolded.value = true)}>
          {t('data.more')}
        </Button>
      )}
      {reading.value && <Reader kind={reading.value} onClose={() => (reading.value = null)} />}
    </div>
  );
}
