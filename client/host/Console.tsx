/** The console: everything a facilitator needs while thirty people wait, and what to say at each stage. */

import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { seat, send } from '../session/current.ts';
import { EXTENSION_SECONDS } from '../session/extension.ts';
import { Standstill } from '../ui/Standstill.tsx';
import { StageClock } from '../ui/StageClock.tsx';
import { Paper } from '../ui/Paper.tsx';
import { YearTag } from '../ui/YearTag.tsx';
import { useKept } from '../ui/use-kept.ts';
import { hostIn, joinOriginOf, watchAddress, watchLink } from '../session/link.ts';
import { AfterLinks } from './AfterLinks.tsx';
import { DeleteMatch } from './DeleteMatch.tsx';
import { spacedCode } from './JoinCard.tsx';
import { Controls } from './Controls.tsx';
import { LabLines } from './LabLines.tsx';
import { MoreScreens } from './MoreScreens.tsx';
import { Players } from './Players.tsx';
import { SurveyCard } from './SurveyCard.tsx';
import { VolumeLine } from './VolumeLine.tsx';
import { askedWords } from '../stages/Ready.tsx';
import { entryOf } from '../stages/registry.ts';
import { SpotlightCard } from '../stages/spotlight/SpotlightCard.tsx';
import { ReportsCard } from '../stages/spotlight/ReportsCard.tsx';
import { ClassAnswersCard } from '../stages/spotlight/ClassAnswersCard.tsx';

/** True for an address that no other device can reach. */
function isLocalAddress(hostname: string): boolean {
  return hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
}

/** Which address phones are shown; a warning where they could not reach it. */
function JoinAddress({ match }: { match: MatchView }) {
  const origin = joinOriginOf(match);
  const others = match.joinOrigins.length > 1;
  const [shown, choose] = useKept(origin, (wanted) => send({ type: 'host/join-origin', origin: wanted }));
  return (
    <>
      {others && (
        <label class="field">
          <span>{t('console.joinAddress')}</span>
          <select class="select" value={shown} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {match.joinOrigins.toSorted().map((each) => (
              <option key={each} value={each}>
                {hostIn(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      {isLocalAddress(new URL(origin).hostname) && (
        <p class="small warn">{t('console.localhost', { address: hostIn(origin) })}</p>
      )}
    </>
  );
}

/** The link for people without a lab, and how many have come. */
function AudienceLine({ match }: { match: MatchView }) {
  const origin = joinOriginOf(match);
  return (
    <p class="small">
      <a class="link" href={watchLink(origin, match.code)} target="_blank" rel="noopener">
        {t('console.audience', { count: match.audience, address: watchAddress(origin, match.code) })}
      </a>{' '}
      {match.audience > 0 && (
        <button type="button" class="link" onClick={() => void send({ type: 'host/dismiss-audience' })}>
          {t('console.dismissAudience')}
        </button>
      )}
    </p>
  );
}

export function Console({ match }: { match: MatchView }) {
  const Card = entryOf(match.stage).consoleCard?.value;
  const isLobby = match.stage === 'lobby';
  /* A remote control may do what the host does, but for what can't be taken back. */
  const isOwn = !seat.value?.isRemote;
  return (
    <main class="console">
      <div class="console-left">
        <Paper class="console-card">
          <div class="row spread">
            <h1>
              {t(`stage.${match.stage}`)} <YearTag match={match} />
            </h1>
            <span class="title-face console-code" translate={false}>
              {spacedCode(match.code)}
            </span>
            <StageClock match={match} sizePx={28} />
          </div>
          <Standstill match={match} isHost />
          {match.ready && match.pausedAtMs === null && (
            <p role="status">
              {t('console.ready')} {askedWords(match)}
            </p>
          )}
          <Controls match={match} />
          <a class="link" href={`/host?code=${match.code}&view=projector`} target="_blank" rel="noopener">
            {t('console.projector')}
          </a>
          <VolumeLine match={match} />
          <AfterLinks match={match} />
          {isOwn && <MoreScreens match={match} />}
          {isLobby && <JoinAddress match={match} />}
          <AudienceLine match={match} />
          {match.locked && <p class="small">{t('console.locked')}</p>}
          <p class="small">{t('console.shortcuts', { seconds: EXTENSION_SECONDS })}</p>
          {isOwn && <DeleteMatch code={match.code} />}
        </Paper>
        {/* What the stage lets a host do stands before what there is to say. */}
        {Card && <Card match={match} />}
        <Paper seed={1} class="console-card">
          <h2>{t('console.notes')}</h2>
          <p>
            <b>{t('console.say')}:</b> {t(`notes.${match.stage}.say`)}
          </p>
          <p>
            <b>{t('console.ask')}:</b> {t(`notes.${match.stage}.ask`)}
          </p>
          <p>
            <b>{t('console.watchFor')}:</b> {t(`notes.${match.stage}.watch`)}
          </p>
        </Paper>
        <ReportsCard match={match} />
        <ClassAnswersCard match={match} />
      </div>
      <div class="console-right">
        {isLobby && <Players match={match} />}
        <LabLines match={match} />
        <SurveyCard match={match} />
        <SpotlightCard match={match} />
        {!isLobby && <Players match={match} />}
      </div>
    </main>
  );
}
