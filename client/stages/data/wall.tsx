/** The data stage on the projector: the auction beside the scene. */

import './wall.css';
import type { Wall } from '../entry.ts';
import { AuctionWall } from './AuctionWall.tsx';

export const dataWall: Wall = {
  Side: ({ match, unitPx }) =>
    match.auction && <AuctionWall match={match} auction={match.auction} unitPx={unitPx} />,
};
