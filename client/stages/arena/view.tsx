/** The arena stage: vote blind between two answers, then see who stood behind the curtains. */

import './arena.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { SIDES, type ArenaChoice, type Side } from '../../../shared/game/stages/arena/state.ts';
import { useLookedAt } from '../cards.ts';
import {
  backToLastVote,
  ballot,
  nextBallotPair,
  vote,
  watchBallot,
  type BallotPair,
} from '../spotlight/ballot.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper, PaperBack } from '../../ui/Paper.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Term } from '../../ui/Term.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { Talk } from '../Talk.tsx';
import docs from './docs.md?raw';
import { Podium } from './Podium.tsx';
import { Reveal } from './Reveal.tsx';

const tab = seatSignal<'vote' | 'talk'>('vote');

interface AnswerPaperProps {
  pair: BallotPair;
  side: Side;
  disabled: boolean;
  onChoose: (choice: ArenaChoice, press: Event) => void;
}

function AnswerPaper({ pair, side, disabled, onChoose }: AnswerPaperProps) {
  const name = side.toUpperCase();
  const answer = pair[side] || '…';
  return (
    <button
      type="button"
      class={`answer-paper ${pair.choice === side ? 'chosen' : ''}`}
      disabled={disabled}
      data-testid={`vote-${side}`}
      aria-label={t('align.choose', { side: name, answer })}
      onClick={(press) => onChoose(side, press)}
    >
      <PaperBack cut="sheet" seed={side === 'a' ? 0 : 1} fill="var(--sheet)" />
      <span class="small">{t('align.answer', { side: name })}</span>
      <span class="model-voice">{answer}</span>
    </button>
  );
}

/** A and B (or 1 and 2) vote, N (or 0) says neither; not while somebody types. */
function useVotingKeys(onChoose: (choice: ArenaChoice, press: Event) => void): void {
  useEffect(() => {
    const keys: Record<string, ArenaChoice> = { a: 'a', '1': 'a', b: 'b', '2': 'b', n: 'tie', '0': 'tie' };
    const onKey = (event: KeyboardEvent): void => {
      const choice = keys[event.key.toLowerCase()];
      const typing = (event.target as Element | null)?.closest('input, textarea, select, dialog');
      if (!choice || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      onChoose(choice, event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

/** Votes on the pair on screen, once it has been there for long enough to be looked at; not in a pause. */
function useVote(pair: BallotPair | null, isPaused: boolean): (choice: ArenaChoice, press: Event) => void {
  const isLookedAt = useLookedAt(pair?.id ?? null);
  return (choice, press) => {
    if (pair && !isPaused && isLookedAt(press)) void vote(pair.id, choice);
  };
}

function VoteCard({ pair, isPaused }: { pair: BallotPair; isPaused: boolean }) {
  const choose = useVote(pair, isPaused);
  useVotingKeys(choose);
  const question = t(`arena.question.${pair.trait}`);
  return (
    <section class="rating" aria-label={question}>
      <Paper cut="slip" fill="var(--cream)" class="evidence on-stock">
        <p>
          <span class="small">{t('align.asked')}</span> <b>{pair.question}</b>
        </p>
        {pair.evidence ? (
          <p>
            <span class="small">{t('align.evidence')}</span> <b>{pair.evidence}</b>
          </p>
        ) : (
          <p class="small">{t('align.hint.kind')}</p>
        )}
      </Paper>
      {SIDES.map((side) => (
        <AnswerPaper
          key={`${pair.id}${side}`}
          pair={pair}
          side={side}
          disabled={isPaused}
          onChoose={choose}
        />
      ))}
    </section>
  );
}

function Voting({ standpoint }: { standpoint: Standpoint }) {
  const all = ballot.value;
  const pair = all && nextBallotPair(all);
  if (!standpoint.match.arena?.sampled || !all) return <p aria-live="polite">{t('arena.sampling')}</p>;
  if (all.length === 0) return <p aria-live="polite">{t('arena.noBallot')}</p>;
  const isPaused = standpoint.match.pausedAtMs !== null;
  return pair ? (
    <VoteCard pair={pair} isPaused={isPaused} />
  ) : (
    <p aria-live="polite">{t('arena.allVoted')}</p>
  );
}

/** How far this player and the others are, beside the way out of a pair that is even. */
function Bar({ standpoint }: { standpoint: Standpoint }) {
  const { arena, pausedAtMs } = standpoint.match;
  const all = ballot.value ?? [];
  const pair = nextBallotPair(all);
  const isPaused = pausedAtMs !== null;
  const choose = useVote(pair, isPaused);
  const goBack = backToLastVote();
  if (!arena || all.length === 0) return null;
  const voted = all.filter(({ choice }) => choice !== null).length;
  return (
    <div class="two-ways vote-bar">
      <p class="small">
        {t('arena.progress', { count: voted, total: all.length })}
        <br />
        {t('arena.others', { done: arena.done, count: arena.voters })}
        {goBack && tab.value === 'vote' && (
          <>
            <br />
            <button type="button" class="link" disabled={isPaused} onClick={goBack}>
              {t('align.changeLast')}
            </button>
          </>
        )}
      </p>
      {pair && tab.value === 'vote' && (
        <Button testId="vote-tie" disabled={isPaused} onPress={(press) => choose('tie', press)}>
          {t('arena.tie')}
        </Button>
      )}
    </div>
  );
}

function Revealed({ standpoint: { match } }: { standpoint: Standpoint }) {
  const ratings = match.arena?.ratings ?? [];
  return (
    <section aria-live="polite">
      <h2>
        {t('arena.podium')}: {t('arena.podiumMeaning')} <Term name="bradleyTerry" />
      </h2>
      <Podium match={match} ratings={ratings} signPx={34} />
      <Reveal match={match} pairs={ballot.value ?? []} />
    </section>
  );
}

export function ArenaView({ standpoint }: { standpoint: Standpoint }) {
  useEffect(watchBallot, []);
  const { match, team } = standpoint;
  if (match.arena?.revealed) {
    return (
      <StageFrame title={t('arena.revealTitle')} lead={t('arena.revealLead')} docs={docs}>
        <Revealed standpoint={standpoint} />
      </StageFrame>
    );
  }
  /* While there is a pair, its question is the heading: a vote fits a phone without scrolling. */
  const pair = tab.value === 'vote' ? nextBallotPair(ballot.value ?? []) : null;
  return (
    <StageFrame
      title={pair ? t(`arena.question.${pair.trait}`) : t('arena.title')}
      lead={pair ? undefined : t('arena.lead')}
      part={tab.value}
      docs={docs}
      bar={<Bar standpoint={standpoint} />}
    >
      <Tabs
        label={t('stage.arena')}
        current={tab}
        tabs={[
          { id: 'vote', label: t('arena.tabVote') },
          { id: 'talk', label: t('arena.tabTalk') },
        ]}
      />
      {tab.value === 'vote' && <Voting standpoint={standpoint} />}
      {tab.value === 'talk' && (
        <Talk manner={(team.runs['fine-tune']?.roundsDone ?? 0) > 0 ? 'answer' : 'continue'} />
      )}
    </StageFrame>
  );
}
