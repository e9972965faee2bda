/** Sorting pages on a phone: one page as a big paper, swiped left to toss and right to keep; keys and buttons do the same. */

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import {
  countLabels,
  documentName,
  LEAST_OF_EACH,
  LEAST_OF_KIND,
  settledLabels,
} from '../../../shared/game/stages/data/labels.ts';
import { kindsOnSale } from '../../../shared/game/class-text.ts';
import type { Labels, Verdict } from '../../../shared/game/stages/data/state.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { judged, openTexts, texts } from '../../lab/cleaning.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { session } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { PaperBack } from '../../ui/Paper.tsx';
import { Term } from '../../ui/Term.tsx';
import { useLookedAt } from '../cards.ts';
import { KIND_STOCK } from '../kind-colors.ts';
import { nameOf } from '../decision.ts';
import { labelsByPlayer, nextNumber } from './labelling.ts';

/** Which dataset is being sorted; the web needs it most. */
export const sortedKind = seatSignal<CorpusKind>('web');
/** The page on screen, and the one before with what was said of it. */
const current = seatSignal<{ kind: CorpusKind; number: number } | null>(null);
const last = seatSignal<{ kind: CorpusKind; number: number; verdict: Verdict; guess: number | null } | null>(
  null,
);
/** Names of pages that were on screen here, so that none comes twice. */
const seen = seatSignal<ReadonlySet<string>>(new Set());

/** Tints of the strip that shows each member's part. */
const STRIP_TINTS = 4;
/** Pixels after which letting go counts as a swipe. */
const SWIPE_PX = 70;

function showNext({ members, me, team }: Standpoint): void {
  const kind = sortedKind.peek();
  const documents = texts.peek()[kind]?.length ?? 0;
  const number = nextNumber({
    kind,
    documents,
    memberIds: members.filter(({ connected }) => connected).map(({ id }) => id),
    playerId: me.id,
    labels: team.own?.labels ?? {},
    seen: seen.peek(),
    probabilities: judged.peek()[kind] ?? null,
  });
  current.value = number === null ? null : { kind, number };
}

/** Says keep or toss of the page on screen, and shows the next one at once; a refused label brings the page back. */
async function say(standpoint: Standpoint, verdict: Verdict): Promise<void> {
  const page = current.peek();
  if (!page) return;
  const { kind, number } = page;
  const guess = judged.peek()[kind]?.[number - 1] ?? null;
  const owner = session.peek();
  const ownSeen = seen.of(owner);
  const ownLast = last.of(owner);
  ownSeen.value = new Set([...ownSeen.peek(), documentName(kind, number)]);
  ownLast.value = { kind, number, verdict, guess };
  showNext(standpoint);
  const reply = await owner.send({ type: 'data/label', kind, number, verdict });
  if (reply.ok) return;
  ownSeen.value = new Set([...ownSeen.peek()].filter((name) => name !== documentName(kind, number)));
  if (ownLast.peek()?.number === number) ownLast.value = null;
}

function skip(standpoint: Standpoint): void {
  const page = current.peek();
  if (!page) return;
  seen.value = new Set([...seen.peek(), documentName(page.kind, page.number)]);
  showNext(standpoint);
}

/** Shows the page before again; another verdict on it replaces the first. */
function takeBack(): void {
  const before = last.peek();
  if (!before) return;
  sortedKind.value = before.kind;
  current.value = { kind: before.kind, number: before.number };
  last.value = null;
}

/** K and T sort, and so do the arrow keys, unless they move something else just now. */
function verdictOfKey({ key, target }: KeyboardEvent): Verdict | null {
  const at = target instanceof Element ? target : null;
  if (at?.closest('textarea, select, dialog, input:not([type=radio], [type=range])')) return null;
  if (key === 'k' || key === 'K') return 'keep';
  if (key === 't' || key === 'T') return 'toss';
  if (at?.closest('input, [role=tablist]')) return null;
  if (key === 'ArrowRight') return 'keep';
  return key === 'ArrowLeft' ? 'toss' : null;
}

function useSortingKeys(standpoint: Standpoint): void {
  const newest = useRef(standpoint);
  newest.current = standpoint;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const verdict = verdictOfKey(event);
      if (!verdict || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      void say(newest.current, verdict);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function Guess() {
  const before = last.value;
  if (!before)
    return (
      <p class="small label-guess">
        {t(judged.value[sortedKind.value] ? 'labels.guessing' : 'labels.learning')}
      </p>
    );
  const { number, verdict, guess } = before;
  const agreed = guess !== null && guess >= 0.5 === (verdict === 'keep');
  const words = t(agreed ? 'labels.agreed' : 'labels.differed', {
    number,
    verdict: t(`labels.${verdict}`).toLowerCase(),
    share: Math.round((guess ?? 0) * 100),
  });
  return (
    <p class="small label-guess" aria-live="polite">
      {guess === null ? t('labels.learning') : words}{' '}
      <button type="button" class="link" data-testid="label-undo" onClick={takeBack}>
        {t('labels.undo')}
      </button>
    </p>
  );
}

function PageCard({ standpoint, text }: { standpoint: Standpoint; text: string }) {
  const page = current.value;
  const shift = useSignal(0);
  const startX = useRef<number | null>(null);
  if (!page) return null;
  const letGo = (): void => {
    const moved = shift.value;
    startX.current = null;
    shift.value = 0;
    if (Math.abs(moved) >= SWIPE_PX) void say(standpoint, moved > 0 ? 'keep' : 'toss');
  };
  return (
    <div
      class="paper label-card"
      data-testid="label-card"
      tabIndex={0}
      style={{ transform: `translateX(${shift.value}px) rotate(${shift.value / 24}deg)` }}
      onPointerDown={(event) => {
        if (!event.isPrimary) return;
        startX.current = event.clientX;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (startX.current !== null) shift.value = event.clientX - startX.current;
      }}
      onPointerUp={letGo}
      onPointerCancel={() => {
        startX.current = null;
        shift.value = 0;
      }}
    >
      <PaperBack seed={page.number} />
      <p class="small label-page">{t('labels.page', { number: page.number })}</p>
      <p class="label-text" lang="en" aria-live="polite">
        {text}
      </p>
      {shift.value !== 0 && (
        <b class={`label-stamp ${shift.value > 0 ? 'keep' : 'toss'}`} aria-hidden="true">
          {t(shift.value > 0 ? 'labels.keep' : 'labels.toss')}
        </b>
      )}
    </div>
  );
}

function KindSelect({ match }: Pick<Standpoint, 'match'>) {
  const kinds = kindsOnSale(match);
  return (
    <label class="label-kind">
      <i class="swatch" style={{ background: KIND_STOCK[sortedKind.value] }} />
      <span class="unseen">{t('labels.dataset')}</span>
      <select
        class="select"
        value={sortedKind.value}
        onChange={(event) => {
          const chosen = kinds.find((kind) => kind === event.currentTarget.value);
          if (chosen) sortedKind.value = chosen;
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Labelling({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  const kind = sortedKind.value;
  const all = texts.value[kind];
  useSortingKeys(standpoint);
  useEffect(() => void openTexts(kind), [kind]);
  useEffect(() => {
    if (all && current.peek()?.kind !== kind) showNext(standpoint);
  }, [kind, all]);
  const page = current.value;
  const text = page && page.kind === kind ? all?.[page.number - 1] : undefined;
  if (locked) {
    const { keep, toss } = countLabels(settledLabels(standpoint.team.own?.labels ?? {}));
    return <p>{t('labels.closed', { count: keep + toss })}</p>;
  }
  return (
    <section class="labelling" aria-label={t('cleaning.title.sort')}>
      {!all && <p aria-live="polite">{t('cleaning.loading')}</p>}
      {text !== undefined && <PageCard standpoint={standpoint} text={text} />}
      {all && !page && <p>{t('labels.allDone')}</p>}
      <Guess />
      <div class="label-head">
        <KindSelect match={standpoint.match} />
        <button type="button" class="link" disabled={!page} onClick={() => skip(standpoint)}>
          {t('labels.skip')}
        </button>
        <Term name="activeLearning" />
      </div>
    </section>
  );
}

function SortButton({ standpoint, verdict }: { standpoint: Standpoint; verdict: Verdict }) {
  const page = current.value;
  const isLookedAt = useLookedAt(page && `${page.kind}/${page.number}`);
  return (
    <button
      type="button"
      class={`button label-button ${verdict}`}
      data-testid={`label-${verdict}`}
      aria-label={t(`labels.${verdict}Aria`)}
      disabled={page === null || standpoint.match.pausedAtMs !== null}
      onClick={(press) => {
        if (isLookedAt(press)) void say(standpoint, verdict);
      }}
    >
      <PaperBack cut="signpost" fill={verdict === 'keep' ? 'var(--good)' : 'var(--bad)'} />
      <span class="button-words">{t(`labels.${verdict}`)}</span>
    </button>
  );
}

/** How far the lab's labels are from what the filter needs. */
function progressWords(labels: Labels): string {
  const { keep, toss, kinds } = countLabels(settledLabels(labels));
  if (Math.min(keep, toss) < LEAST_OF_EACH) return t('labels.needed', { keep, toss, least: LEAST_OF_EACH });
  const count = keep + toss;
  return kinds.length > 0
    ? t('labels.count', { count })
    : t('labels.neededKind', { count, least: LEAST_OF_KIND });
}

/** The bar under the page: two signposts, and how the lab's labels add up, with everybody's part. */
export function LabellingBar({ standpoint }: { standpoint: Standpoint }) {
  const { match, me, team } = standpoint;
  const labels = labelsByPlayer(team.own?.labels ?? {});
  return (
    <>
      <div class="two-ways">
        <SortButton standpoint={standpoint} verdict="toss" />
        <SortButton standpoint={standpoint} verdict="keep" />
      </div>
      <div class="small label-count" role="status">
        <b>{progressWords(team.own?.labels ?? {})}</b>
        <div class="label-strip">
          {labels.map((one, index) => (
            <span
              key={one.playerId}
              class={`on-stock part-${index % STRIP_TINTS}`}
              style={{ flexGrow: one.count }}
            >
              {one.playerId === me.id
                ? t('labels.byYou', { count: one.count })
                : t('labels.byName', { name: nameOf(match.players, one.playerId), count: one.count })}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}
