/** The auction: what the lot is, a sealed bid or a pass for the own lab, and what all bid once the bids are opened. */

import { useSignal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { AUCTION_CLOCK_SHARE, LEAST_BID_COINS, lotOf } from '../../../shared/game/stages/data/auction.ts';
import { ARCHIVE_SIZE, bytesOf, priceOf, type Lot } from '../../../shared/game/stages/data/plan.ts';
import type { AuctionView } from '../../../shared/game/stages/data/view.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { send } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Term } from '../../ui/Term.tsx';
import { nameOf, useBusy } from '../decision.ts';
import { basketPlan } from './basket.ts';
import { coinsLeft, coinsOfTeam } from './draft.ts';
import { KIND_STOCK } from '../kind-colors.ts';
import { formatBytes } from '../../i18n/quantity.ts';

/** What the player's lab won, if anything. */
export function lotOfTeam({ match: { auction }, team }: Standpoint): Lot | null {
  return auction && lotOf({ auction }, team.id);
}

/** Where the slider stands first: what half of a clean dataset costs, and a little more. */
const FIRST_BID = 20;

/** What every lab bid, the highest first. */
export function bidLines(
  { outcome }: AuctionView,
  teams: readonly { id: string; name: string }[],
): { teamId: string; words: string; isWinner: boolean }[] {
  return teams
    .filter(({ id }) => outcome && Object.hasOwn(outcome.bids, id))
    .map((team) => ({ team, coins: outcome?.bids[team.id] ?? null }))
    .toSorted((a, b) => (b.coins ?? -1) - (a.coins ?? -1))
    .map(({ team, coins }) => ({
      teamId: team.id,
      isWinner: outcome?.winnerId === team.id,
      words:
        coins === null
          ? t('auction.linePassed', { team: team.name })
          : t('auction.lineBid', { team: team.name, coins }),
    }));
}

/** Who has it and for how much, in a sentence. */
export function outcomeWords(
  { outcome }: AuctionView,
  teams: readonly { id: string; name: string }[],
): string {
  const winner = teams.find(({ id }) => id === outcome?.winnerId);
  if (!outcome || !winner) return t('auction.nobody');
  const words = t('auction.won', { team: winner.name, coins: outcome.coins });
  return outcome.isDrawn ? `${words} ${t('auction.drawn')}` : words;
}

function Opened({ standpoint, auction }: { standpoint: Standpoint; auction: AuctionView }) {
  const { teams } = standpoint.match;
  const lot = lotOfTeam(standpoint);
  const left = coinsLeft(basketPlan(), lot, coinsOfTeam(standpoint.team));
  return (
    <div aria-live="polite">
      <p>
        <b>{lot ? t('auction.yours') : outcomeWords(auction, teams)}</b> {lot && outcomeWords(auction, teams)}
      </p>
      {lot && left < 0 && <p class="warn">{t('auction.tooMuch', { coins: -left })}</p>}
      <ul class="small found-list">
        {bidLines(auction, teams).map(({ teamId, words }) => (
          <li key={teamId}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

function Bidding({ standpoint, auction }: { standpoint: Standpoint; auction: AuctionView }) {
  const { match, team } = standpoint;
  const bid = team.own?.bid ?? null;
  const budget = coinsOfTeam(team);
  const draft = useSignal(bid?.coins ?? FIRST_BID);
  /* What lies in the basket is not sealed, and makes way for an archive that is won. */
  const left = coinsLeft(basketPlan(), null, budget - draft.value);
  const [busy, start] = useBusy();
  const say = (coins: number | null): void => start(() => send({ type: 'auction/bid', coins }));
  const isOver = match.pausedAtMs !== null;
  const name = bid ? nameOf(match.players, bid.playerId) : '';
  return (
    <>
      <Slider
        label={t('auction.bid')}
        value={draft.value}
        min={LEAST_BID_COINS}
        max={budget}
        disabled={isOver}
        fill="var(--mustard)"
        valueText={
          left < 0
            ? t('auction.bidMakesWay', { coins: draft.value })
            : t('auction.bidValue', { coins: draft.value, left })
        }
        onInput={(coins) => (draft.value = coins)}
      />
      <div class="two-ways">
        <Button tone="plain" disabled={busy.value || isOver} testId="auction-pass" onPress={() => say(null)}>
          {t('auction.pass')}
        </Button>
        <Button disabled={busy.value || isOver} testId="auction-bid" onPress={() => say(draft.value)}>
          {t('auction.seal', { coins: draft.value })}
        </Button>
      </div>
      <p class="small" aria-live="polite">
        <b>
          {bid === null
            ? t('auction.noBid')
            : bid.coins === null
              ? t('auction.youPass', { name })
              : t('auction.youBid', { name, coins: bid.coins })}
        </b>{' '}
        {t('auction.spoken', { spoken: auction.spoken, teams: auction.teams })}
      </p>
    </>
  );
}

export interface AuctionCardProps {
  standpoint: Standpoint;
  onRead: (kind: CorpusKind) => void;
}

export function AuctionCard({ standpoint, onRead }: AuctionCardProps) {
  const { match, team } = standpoint;
  const { auction } = match;
  if (!auction) return null;
  const { kind } = auction;
  const isOpen = auction.outcome !== null;
  return (
    <Paper cut="slip" seed={3} class="dataset auction">
      <div class="dataset-head">
        <i class="swatch" style={{ background: KIND_STOCK[kind] }} />
        <b class="title-face">{t('auction.title', { kind: t(`kind.${kind}`).toLowerCase() })}</b>
        {!isOpen && (
          <Clock
            stageEndsAtMs={auction.closesAtMs}
            pausedAtMs={match.pausedAtMs}
            stageSeconds={AUCTION_CLOCK_SHARE * (match.settings?.stageSeconds.data ?? 0)}
            sizePx={30}
          />
        )}
      </div>
      {isOpen ? (
        <Opened standpoint={standpoint} auction={auction} />
      ) : (
        <>
          <p class="small">
            {t('auction.about', {
              size: formatBytes(bytesOf(kind, 'archive')),
              times: ARCHIVE_SIZE,
              price: t('data.price', { coins: priceOf(kind, 'whole') }),
            })}{' '}
            <Term name="sealedBid" />{' '}
            <button type="button" class="link" onClick={() => onRead(kind)}>
              {t('auction.readKind', { kind: t(`kind.${kind}`).toLowerCase() })}
            </button>
          </p>
          {!team.committed.includes('data') && <Bidding standpoint={standpoint} auction={auction} />}
        </>
      )}
    </Paper>
  );
}
