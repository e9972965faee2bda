/** The town's day on the projector: the busiest plant, who asks whom, the money, and what went wrong. */

import './wall.css';
import type { Suit } from '../../../shared/serving/fines.ts';
import type { DeployView, LabDay } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import type { Wall, WallProps } from '../entry.ts';
import { Labs } from '../wall/Labs.tsx';
import { PictureWall } from '../wall/PictureWall.tsx';
import { decidedWords } from '../wall/race.ts';
import { useTurns } from '../wall/use-turns.ts';
import { dayOf } from '../../../shared/game/stages/deploy/shown.ts';
import { busiestLab, deployPicture } from './picture.ts';
import { coinsWords } from '../product-words.ts';

const percent = (share: number): number => Math.round(100 * share);

/** The incident of the hour that most citizens met, of all labs. */
function worstIncident({ hour }: DeployView): { teamId: string; question: string; answer: string } | null {
  const all = (hour?.labs ?? []).flatMap(({ teamId, incidents }) =>
    incidents.map((incident) => ({ teamId, ...incident })),
  );
  return all.toSorted((a, b) => b.times - a.times)[0] ?? null;
}

/** The lab that most of the people who tried it have left; null where nobody has. */
function mostLeft({ labs }: DeployView): LabDay | null {
  const leftShare = ({ customers }: LabDay): number => customers.left / Math.max(1, customers.came);
  const [first] = labs.toSorted((a, b) => leftShare(b) - leftShare(a));
  return first && first.customers.left > 0 ? first : null;
}

/** The lab that recited most pages in court; null where none did. */
function mostRecited({ hour }: DeployView): { teamId: string; suit: Suit } | null {
  const all = (hour?.labs ?? []).flatMap(({ teamId, suit }) =>
    suit && suit.recited > 0 ? [{ teamId, suit }] : [],
  );
  return all.toSorted((a, b) => b.suit.recited - a.suit.recited)[0] ?? null;
}

/** What this hour brought, whom people left, and what went wrong most. */
function Board({ match }: WallProps) {
  const day = dayOf(match);
  if (!day?.isOpen || !day.hour) return null;
  const nameOf = (teamId: string | undefined): string =>
    match.teams.find(({ id }) => id === teamId)?.name ?? '';
  const left = mostLeft(day);
  const recited = mostRecited(day);
  const worst = recited ? null : worstIncident(day);
  const teller = match.teams.find(({ id }) => id === worst?.teamId);
  const busiest = match.teams.find(({ id }) => id === busiestLab(day)?.teamId);
  const nobody = day.hour.requests > 0 ? day.hour.unserved / day.hour.requests : 0;
  return (
    <Paper cut="sheet" seed={1} class="so-far town-board">
      <h2>
        {day.hour.events.length === 0
          ? t('deploy.board')
          : day.hour.events.map((event) => t(`deploy.event.${event}.short`)).join(' · ')}
      </h2>
      {!recited && !worst && (
        <p>
          {busiest && t('deploy.boardPlant', { lab: busiest.name })}{' '}
          {t('deploy.boardNobody', { share: percent(nobody) })}
        </p>
      )}
      {left && (
        <p>
          <b>
            {t('deploy.boardLeft', {
              ...left.customers,
              lab: nameOf(left.teamId),
              right: left.right,
              judged: left.judged,
            })}
          </b>
        </p>
      )}
      {recited && (
        <p class="warn">
          <b>
            {t('deploy.boardRecited', {
              lab: nameOf(recited.teamId),
              recited: recited.suit.recited,
              pages: recited.suit.pages,
            })}
          </b>
        </p>
      )}
      {worst && teller && (
        <>
          <p class="warn">
            <b>{t('deploy.boardHarm', { lab: teller.name })}</b>
          </p>
          <p lang="en">{worst.question}</p>
          <p class="model" lang="en">
            {worst.answer}
          </p>
        </>
      )}
    </Paper>
  );
}

/** Labs side by side; more take turns. */
const MOST_LABS = 8;
const ONE_ROW = 4;

/** How often a lab is asked, and what that brings; where few labs leave room for it, how it is seen, too. */
function labWords(lab: LabDay, labs: number): string {
  const { share, right, judged, trust, incomeCents, costCents, customers } = lab;
  const asked = t('deploy.boardAsked', {
    share: percent(share),
    profit: coinsWords(incomeCents - costCents),
  });
  if (labs > ONE_ROW) return asked;
  const seen = t('deploy.boardSeen', {
    right: judged > 0 ? percent(right / judged) : 0,
    trust: percent(trust),
  });
  const left = customers.left > 0 ? [t('deploy.boardGone', { ...customers })] : [];
  return [asked, seen, ...left].join('; ');
}

/** Who is asked most, and what that brings. */
function Shops({ match, unitPx }: WallProps) {
  const day = dayOf(match);
  const shown = useTurns(
    (day?.labs ?? []).toSorted((a, b) => b.share - a.share),
    MOST_LABS,
  );
  if (!day?.isOpen || shown.length === 0) return <Labs match={match} unitPx={unitPx} decides />;
  return (
    <ul class={`labs ${match.teams.length > ONE_ROW ? 'many' : ''}`}>
      {shown.map((lab, index) => {
        const team = match.teams.find(({ id }) => id === lab.teamId);
        return (
          team && (
            <li key={lab.teamId}>
              <Paper cut="slip" seed={index} class="lab-slip">
                <TeamShape shape={shapeOf(team.look)} sizePx={56 * unitPx} />
                <div>
                  <b class="title-face">{team.name}</b>
                  <span class="muted">{labWords(lab, match.teams.length)}</span>
                </div>
              </Paper>
            </li>
          )
        );
      })}
    </ul>
  );
}

export const deployWall: Wall = {
  Main: ({ match }) => <PictureWall match={match} picture={deployPicture} />,
  Side: Board,
  Foot: Shops,
  lead: (match) => (dayOf(match)?.isOpen ? t('deploy.simulated') : t('projector.stage.deploy')),
  progress(match) {
    const day = dayOf(match);
    if (!day?.isOpen) return decidedWords(match);
    return t('deploy.wallHour', { hour: Math.max(1, day.hoursDone), count: day.hourCount });
  },
  hidesCode: (match) => dayOf(match)?.isOpen ?? false,
};
