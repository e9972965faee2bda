/** The way of one question through the plant, step by step, with its tokens, its time and its price. */

import type { OpenedRequest, ServedRequest } from '../../../shared/game/stages/deploy/state.ts';
import { t } from '../../i18n/t.ts';

const millis = (value: number): number => Math.round(100 * value) / 100;

const isServed = (request: OpenedRequest | ServedRequest): request is ServedRequest => 'outcome' in request;

/** What the model reads or writes, one slip for each token. */
function Tokens({ tokens }: { tokens: readonly string[] }) {
  return (
    <span class="way-tokens model" lang="en">
      {tokens.map((token, place) => (
        <span key={place}>{token}</span>
      ))}
    </span>
  );
}

function Gate({ request: { harmless } }: { request: OpenedRequest }) {
  return (
    <li>
      {harmless === null
        ? t('deploy.step.gate')
        : t('deploy.step.gateFiltered', { share: Math.round(100 * harmless) })}
    </li>
  );
}

/** Where it waited, or why it went no further. */
function Queue({ request }: { request: ServedRequest }) {
  const waited = { millis: millis(request.waitMs) };
  if (request.outcome === 'cached') return <li>{t('deploy.step.cached')}</li>;
  if (request.outcome === 'turned-away') return <li>{t('deploy.step.turnedAway')}</li>;
  if (request.outcome === 'gave-up') return <li>{t('deploy.step.gaveUp', waited)}</li>;
  return <li>{t('deploy.step.queue', waited)}</li>;
}

/** Each call that the model made, and what its tool said. */
function Calls({ request: { use } }: { request: OpenedRequest }) {
  if (!use) return null;
  const tool = use.tool && t(`deploy.tool.${use.tool}`, { who: use.person });
  return (
    <>
      {use.thrown.map((tokens, place) => (
        <li key={place}>
          {t('deploy.step.thrown')} <Tokens tokens={tokens} />
        </li>
      ))}
      {use.outcome === 'ran' && tool && (
        <li>
          {t('deploy.step.called', { tool })}{' '}
          <b class="model" lang="en">
            {use.result}
          </b>
        </li>
      )}
      {use.outcome === 'forbidden' && tool && <li>{t('deploy.step.barred', { tool })}</li>}
      {use.outcome === 'failed' && <li>{t('deploy.step.noCall')}</li>}
    </>
  );
}

function Model({ request }: { request: OpenedRequest | ServedRequest }) {
  const timed = isServed(request) && request.outcome === 'answered' ? request : null;
  const [read, wrote] = [request.prompt.length, request.written.length];
  return (
    <>
      {request.pupil && (
        <li>
          {t(request.pupil.isTaken ? 'deploy.step.pupil' : 'deploy.step.pupilUnsure', {
            share: Math.round(100 * request.pupil.sure),
          })}{' '}
          {!request.pupil.isTaken && <Tokens tokens={request.pupil.written} />}
        </li>
      )}
      {request.draft && (
        <li>
          {t('deploy.step.draft', { share: Math.round(100 * request.draft.sure) })}{' '}
          <Tokens tokens={request.draft.written} />
        </li>
      )}
      <li>
        {request.document ? t('deploy.step.shelf', { document: request.document }) : t('deploy.step.noShelf')}
      </li>
      <li>
        {timed
          ? t('deploy.step.readTimed', { count: read, millis: millis(timed.prefillMs), batch: timed.batch })
          : t('deploy.step.read', { count: read })}{' '}
        <Tokens tokens={request.prompt} />
      </li>
      <li>
        {timed
          ? t('deploy.step.wroteTimed', { count: wrote, millis: millis(timed.decodeMs) })
          : t('deploy.step.wrote', { count: wrote })}{' '}
        <Tokens tokens={request.written} />
      </li>
      <Calls request={request} />
      {request.sure !== null && <li>{t('deploy.step.sure', { share: Math.round(100 * request.sure) })}</li>}
    </>
  );
}

interface AnswerProps {
  request: OpenedRequest;
  price: string | null;
  /** 0 to 1; null where citizens hear nothing of it. */
  toldSure: number | null;
}

function Answer({ request, price, toldSure }: AnswerProps) {
  const { answer, judgement, isSupported } = request;
  return (
    <li>
      {t('deploy.step.got')}{' '}
      <b class="model" lang="en">
        {answer}
      </b>{' '}
      {toldSure !== null && t('deploy.toldSure', { sure: Math.round(10 * toldSure) })}{' '}
      <b class={judgement === 'harm' || judgement === 'false' ? 'warn' : ''}>
        {t(`deploy.judged.${judgement}`)}
      </b>{' '}
      {isSupported !== null && t(isSupported ? 'deploy.supported' : 'deploy.unsupported')}{' '}
      {price && t('deploy.step.price', { price })}
    </li>
  );
}

export function Way({
  request,
  price = null,
  toldSure = null,
}: {
  request: OpenedRequest | ServedRequest;
  price?: string | null;
  toldSure?: number | null;
}) {
  const served = isServed(request) ? request : null;
  const told = served ? served.toldSure : toldSure;
  const isRefused = request.judgement === 'refused';
  const isUnsure = request.judgement === 'unsure';
  const isStopped = request.use?.outcome === 'failed' || request.use?.outcome === 'forbidden';
  const isKept = served?.outcome === 'cached';
  const isLost = served?.outcome === 'gave-up' || served?.outcome === 'turned-away';
  return (
    <details class="way">
      <summary>
        {served && <small>{t(`deploy.citizen.${served.citizen}`)} </small>}
        <span lang="en">{request.question}</span>{' '}
        <b class={request.judgement === 'harm' || request.judgement === 'false' ? 'warn' : ''}>
          {isLost
            ? ''
            : isStopped && isUnsure
              ? t('deploy.judged.stopped')
              : t(`deploy.judged.${request.judgement}`)}
        </b>
      </summary>
      <ol>
        <Gate request={request} />
        {isRefused && <li>{t('deploy.step.refused')}</li>}
        {served && !isRefused && <Queue request={served} />}
        {!isRefused && !isKept && !isLost && <Model request={request} />}
        {isUnsure && <li>{t(isStopped ? 'deploy.step.stopped' : 'deploy.step.unsure')}</li>}
        {!isRefused && !isUnsure && !isLost && <Answer request={request} price={price} toldSure={told} />}
      </ol>
    </details>
  );
}
