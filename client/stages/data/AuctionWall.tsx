/** The auction on the projector: the lot, how many bids are sealed, then all bids at once. */

import { t } from '../../i18n/t.ts';
import { bytesOf } from '../../../shared/game/stages/data/plan.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import type { AuctionView } from '../../../shared/game/stages/data/view.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { bidLines, outcomeWords } from './Auction.tsx';
import { formatBytes } from '../../i18n/quantity.ts';

export interface AuctionWallProps {
  match: MatchView;
  auction: AuctionView;
  unitPx: number;
}

export function AuctionWall({ match, auction, unitPx }: AuctionWallProps) {
  const { kind, outcome, spoken, teams } = auction;
  const size = formatBytes(bytesOf(kind, 'archive'));
  return (
    <Paper cut="sheet" seed={1} class="so-far auction-wall">
      <h2>{t('auction.title', { kind: t(`kind.${kind}`).toLowerCase() })}</h2>
      {outcome === null ? (
        <>
          <p>{t('auction.wallAbout', { size })}</p>
          <p class="title-face auction-count" role="status">
            {t('auction.spoken', { spoken, teams })}
          </p>
        </>
      ) : (
        <>
          <p role="status">
            <b>{outcomeWords(auction, match.teams)}</b>
          </p>
          <ol>
            {bidLines(auction, match.teams).map(({ teamId, words, isWinner }) => (
              <li key={teamId}>
                <TeamShape
                  shape={shapeOf(match.teams.find(({ id }) => id === teamId)?.look ?? 0)}
                  sizePx={44 * unitPx}
                />
                {isWinner ? <b>{words}</b> : <span>{words}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </Paper>
  );
}
