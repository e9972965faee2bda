/** You against your model: both guess the next word of a text that neither has read, and the score is kept. */

import { useEffect } from 'preact/hooks';
import { createRandom } from '../../shared/random.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import { guessNext, loadReading } from '../lab/talk.ts';
import type { Voice } from '../lab/voices.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import { Button } from '../ui/Button.tsx';
import { PaperBack } from '../ui/Paper.tsx';
import { scoreGuess, type Guess, type GuessScore } from './guess.ts';
import { percent } from './percent.ts';
import { makeQuiz, type Quiz } from './quiz.ts';
import { VoiceChoice, voiceKey } from './VoiceChoice.tsx';

interface Round {
  quiz: Quiz;
  /** The word that the person picked; null while the question is open. */
  picked: string | null;
  /** What both came to, once the model has guessed, too. */
  guess: Guess | null;
  /** The model could not be asked. */
  hasFailed: boolean;
}

const round = seatSignal<Round | null>(null);
const score = seatSignal<GuessScore>({ asked: 0, you: 0, model: 0 });
const opponent = seatSignal<string | null>(null);
const isEmpty = seatSignal(false);

async function next(): Promise<void> {
  const owner = session.peek();
  const reading = await loadReading(owner);
  const quiz = reading && makeQuiz(reading.texts, createRandom(Math.floor(Math.random() * 2 ** 32)));
  isEmpty.of(owner).value = !quiz;
  round.of(owner).value = quiz && { quiz, picked: null, guess: null, hasFailed: false };
}

/** The model guesses after the person has, from the same words and by its own probabilities. */
async function pick(voice: Voice, word: string): Promise<void> {
  const owner = session.peek();
  const own = round.of(owner);
  const open = own.peek();
  if (!open || open.picked !== null) return;
  own.value = { ...open, picked: word };
  const chances = await guessNext(owner, voice, open.quiz.before, open.quiz.choices);
  if (own.peek()?.quiz !== open.quiz) return;
  if (!chances) {
    own.value = { ...open, picked: word, hasFailed: true };
    return;
  }
  const guess = scoreGuess(open.quiz, word, chances);
  own.value = { ...open, picked: word, guess };
  const before = score.of(owner).peek();
  score.of(owner).value = {
    asked: before.asked + 1,
    you: before.you + (guess.youAreRight ? 1 : 0),
    model: before.model + (guess.modelIsRight ? 1 : 0),
  };
}

function verdictWords({ quiz, picked, guess, hasFailed }: Round): string {
  if (picked === null) return '';
  if (hasFailed) return t('talk.failed');
  if (!guess) return t('guess.thinking');
  const words = { word: quiz.answer, you: picked, model: guess.model, trust: percent(guess.trust) };
  if (guess.youAreRight) return t(guess.modelIsRight ? 'guess.both' : 'guess.you', words);
  return t(guess.modelIsRight ? 'guess.model' : 'guess.neither', words);
}

export function Guessing({ match, voices }: { match: MatchView; voices: readonly Voice[] }) {
  useEffect(() => {
    if (!round.peek()) void next();
  }, []);
  const voice = voices.find((each) => voiceKey(each) === opponent.value) ?? voices.at(-1);
  const now = round.value;
  if (!voice) return <p>{t('talk.nobody')}</p>;
  if (!now) return <p class="small">{t(isEmpty.value ? 'talk.failed' : 'guess.loading')}</p>;
  const { quiz, picked, guess, hasFailed } = now;
  const { asked, you, model } = score.value;
  const toneOf = (word: string): 'plain' | 'main' | 'bad' => {
    if (picked === null) return 'plain';
    return word === quiz.answer ? 'main' : word === picked ? 'bad' : 'plain';
  };
  return (
    <section class="game" aria-label={t('talk.tabGuess')}>
      <p class="small">{t('guess.lead')}</p>
      <div class="paper quiz">
        <PaperBack cut="slip" seed={asked} />
        <p class="quiz-text" lang="en">
          … {quiz.before} <b class="gap">{picked === null ? '?' : quiz.answer}</b>
        </p>
      </div>
      <div class="quiz-choices">
        {quiz.choices.map((word) => (
          <Button
            key={word}
            tone={toneOf(word)}
            testId="guess-word"
            disabled={picked !== null && toneOf(word) === 'plain'}
            onPress={() => void pick(voice, word)}
          >
            <span lang="en">{word}</span>
            {guess?.model === word && <> {t('guess.modelsPick')}</>}
          </Button>
        ))}
      </div>
      <p class="quiz-verdict" aria-live="polite">
        {verdictWords(now)}
      </p>
      <div class="row spread">
        <b data-testid="guess-score">{t('guess.score', { you, model, asked })}</b>
        <Button disabled={!guess && !hasFailed} onPress={() => void next()}>
          {t('guess.next')}
        </Button>
      </div>
      <VoiceChoice
        label={t('guess.against')}
        match={match}
        voices={voices}
        value={voiceKey(voice)}
        onChoose={(key) => (opponent.value = key)}
      />
    </section>
  );
}
