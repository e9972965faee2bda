/** Where the numbers in the texts come from: what `figures.test.ts` holds every sentence to. */

import { FOLDS } from '../shared/data/quality.ts';
import { LEAK_SIMILARITY } from '../shared/data/leak.ts';
import { SHINGLE_WORDS, SIGNATURE_SIZE } from '../shared/data/minhash.ts';
import { TOKENIZER_BYTES } from '../shared/data/learn-tokenizer.ts';
import { OWN_SHARE } from '../shared/data/own-text.ts';
import { MOST_SENTENCES } from '../shared/data/token-bench.ts';
import { RESAMPLES, TAIL } from '../shared/evals/bradley-terry.ts';
import { PROFILE_DROP } from '../shared/evals/power-law.ts';
import { usuallyLeftOut } from '../shared/game/left-out.ts';
import { stageSeconds } from '../shared/game/presets.ts';
import { COMPUTE_SHARES, GENERATIONS, type Preset } from '../shared/game/settings.ts';
import { GOOD_VOTES, WEAK_VOTES } from '../shared/game/stages/align/preferences.ts';
import { HUMAN_PAIRS, MOST_PRINCIPLES } from '../shared/game/stages/align/state.ts';
import { ARCHIVE_SIZE, bytesOf, OWN_HELD_OUT_BYTES, VOCAB_SIZES } from '../shared/game/stages/data/plan.ts';
import { BENCHES, isChecked } from '../shared/game/stages/arena/state.ts';
import { weighBenches } from '../shared/game/stages/arena/verdict.ts';
import { MOST_ASKED } from '../shared/game/stages/debrief/what-if.ts';
import { SUIT_CHANCE } from '../shared/game/stages/deploy/day.ts';
import { wrongWeight } from '../shared/game/stages/deploy/market.ts';
import { THUMB_SHARE } from '../shared/game/stages/deploy/request-log.ts';
import { PUPIL_LESSONS, PUPIL_WIDTH } from '../shared/serving/models.ts';
import { FORMAT_BITS } from '../shared/game/stages/deploy/state.ts';
import { MAX_PROBES } from '../shared/game/stages/scale/probes.ts';
import { PROBE_SHARES } from '../shared/game/stages/scale/state.ts';
import { MOST_OWN_EVALS, OWN_EVAL_ANSWERS } from '../shared/game/stages/test/state.ts';
import { SURVEY_QUESTIONS } from '../shared/game/survey.ts';
import { MOST_CHECKPOINTS } from '../shared/game/training/checkpoints.ts';
import { BOLD_FACTOR, RATE_FACTORS } from '../shared/game/training/model.ts';
import { ROUND_SECONDS } from '../shared/game/training/rounds.ts';
import { FLOPS_PER_WEIGHT } from '../shared/lm/flops.ts';
import { makeCode } from '../server/matchmaking/codes.ts';
import { KEPT_SHARE } from '../server/ratings/rate.ts';
import { ASKED_IN_TURN } from '../server/referee/arena.ts';
import { PAGES_IN_COURT, RECITED_WORDS } from '../server/referee/suit.ts';
import { guessesAmong } from '../client/i18n/guess.ts';
import { PER_GUESS, PER_MILLION } from '../client/report/table.ts';
import { FAIR_EPSILON, STRONG_EPSILON } from '../client/stages/OwnText.tsx';
import { SCORES } from '../client/stages/debrief/score-parts.ts';
import { CHANCE_EVERY } from '../client/stages/data/labelling.ts';
import { CHOICES } from '../client/stages/quiz.ts';

const HUNDRED = 100;
/** Of two answers one is preferred. */
const BY_LOT = 1 / 2;
/** A filter lets through what it should not, or refuses what it need not. */
const FILTER_ERRORS = 2;
const THOUSAND = 1e3;
const MILLION = 1e6;
const BILLION = 1e9;
const TRILLION = 1e12;

const HALF = bytesOf('stories', 'half') / bytesOf('stories', 'whole');
/** How many times of twenty the profile interval of the scaling law holds what it should. */
const IN_TWENTY = Math.abs(Math.sqrt(2 * PROFILE_DROP) - 1.96) < 0.01 ? 19 : NaN;
/** Standard error of a similarity of one half, in points of a hundred. */
const MINHASH_POINTS = Math.round(100 * Math.sqrt(0.25 / SIGNATURE_SIZE));
const [SMALLEST_PROBE] = PROBE_SHARES;
const LARGEST_PROBE = PROBE_SHARES[PROBE_SHARES.length - 1];
const FOLD = 1 / FOLDS;
/** Share of the arena's pairs that can be checked. */
const CHECKED = ASKED_IN_TURN.filter(isChecked).length / ASKED_IN_TURN.length;
/** The most that one group of voters has of the say. */
const MOST_SAY = mostSay();
const percent = (share: number): number => Math.round(100 * share);

/** A group of very many voters beside one of a few. */
function mostSay(): number {
  const { rivals, referee } = weighBenches({ rivals: 1000, audience: 0, referee: 10 });
  const [many, few] = [rivals, referee].map(({ votes, weight }) => votes * weight);
  return many / (many + few);
}

/** How long a match lasts when every clock runs out, in minutes. */
function minutesOf(preset: Preset): number {
  const leftOut: readonly string[] = usuallyLeftOut(preset);
  const played = Object.entries(stageSeconds(preset)).filter(([stage]) => !leftOut.includes(stage));
  const seconds = played.map(([stage, clock]) =>
    /* The last step of a match has no clock. */
    stage === 'debrief' ? (GENERATIONS[preset] - 1) * (clock ?? 0) : GENERATIONS[preset] * (clock ?? 0),
  );
  return Math.round(seconds.reduce((sum, one) => sum + one, 0) / 60);
}

/** What the game's own code decides. */
const OWN: Readonly<Record<string, readonly number[]>> = {
  'online.about': [1 - KEPT_SHARE],
  'survey.create': [SURVEY_QUESTIONS.length],
  'survey.reportLead': [SURVEY_QUESTIONS.length],
  'report.unit.hundredths': [PER_GUESS],
  'report.unit.millions': [PER_MILLION],
  'portion.half': [HALF],
  'basket.half': [HALF],
  'join.codeHint': [makeCode(() => false).length],
  'errors.data/over_budget': [HALF],
  'errors.data/not_your_archive': [HALF],
  'term.surprise.about': [
    1,
    5,
    5,
    1,
    guessesAmong(0),
    1,
    guessesAmong(1),
    1,
    guessesAmong(2),
    2,
    1,
    guessesAmong(3),
    3,
  ],
  'term.compute.about': [FLOPS_PER_WEIGHT],
  'term.band.about': [IN_TWENTY, 20],
  'term.precision.about': [FOLD, FOLDS - 1, FOLD],
  'term.activeLearning.about': [1 / CHANCE_EVERY],
  'term.leakCheck.about': [percent(LEAK_SIMILARITY), SHINGLE_WORDS],
  'term.leak.about': [percent(LEAK_SIMILARITY)],
  'host.compute.0.5': [COMPUTE_SHARES[0]],
  'host.compute.2': [COMPUTE_SHARES[2]],
  'deploy.forecastRow': [0.5, HUNDRED],
  'deploy.fact.times': [0.5, HUNDRED],
  'deploy.compare.usual': [0.5],
  'deploy.compare.rush': [1, HUNDRED],
  'deploy.compare.cost': [1000],
  'deploy.fact.bill': [1000],
  'debrief.townMachines': [1000],
  'debrief.townPhones': [1000],
  'deploy.markMeaning': [0.5],
  /* An example of what is said, and the most that a wrong answer can count. */
  'deploy.confidenceMeaning.shown': [4, 10, wrongWeight('careful', 1)],
  'deploy.toldSure': [10],
  'deploy.markFound': [0.5],
  'deploy.markClear': [HUNDRED],
  'docs of test': [MOST_OWN_EVALS, OWN_EVAL_ANSWERS],
  'deploy.modelMeaning.pupil': [PUPIL_WIDTH],
  'docs of deploy': [
    wrongWeight('careful', 1),
    FORMAT_BITS.int8,
    FORMAT_BITS.int8 / FORMAT_BITS.fp32,
    FORMAT_BITS.int2,
    PUPIL_WIDTH,
    PUPIL_LESSONS,
    FILTER_ERRORS,
    1 / THUMB_SHARE,
    PAGES_IN_COURT,
    RECITED_WORDS,
    1 / SUIT_CHANCE,
  ],
  'host.preset.workshop': [minutesOf('workshop')],
  'host.preset.short': [minutesOf('short')],
  'host.preset.images': [minutesOf('images')],
  /* With less it goes toward the caption alone (sample.ts). */
  'images.unlikeAbout': [1],
  /* A network for pictures and one for captions (towers.ts). */
  'images.findLead': [2],
  /* Which pixels of a sketch are kept (studio.ts). */
  'images.part.upper': [1 / 2],
  'images.part.lower': [1 / 2],
  'host.preset.rehearsal': [minutesOf('rehearsal')],
  'host.preset.long': [GENERATIONS.long, minutesOf('long')],
  'number.copies.how': [SHINGLE_WORDS, MINHASH_POINTS, 100],
  'number.quality.how': [FOLD, FOLDS - 1, FOLD],
  'number.pieces.how': [TOKENIZER_BYTES / THOUSAND, MOST_SENTENCES],
  'number.heldOut.how': [OWN_HELD_OUT_BYTES],
  'number.leak.how': [percent(LEAK_SIMILARITY)],
  'number.checkpoints.how': [MOST_CHECKPOINTS],
  'number.ratio.how': [FLOPS_PER_WEIGHT],
  'number.guesses.how': [CHOICES, 1, CHOICES],
  'bench.working': [VOCAB_SIZES.length],
  'pretrain.rate.0.5': [RATE_FACTORS[0]],
  'pretrain.rate.2': [RATE_FACTORS[2]],
  'guess.both': [CHOICES],
  'guess.you': [CHOICES],
  'guess.model': [CHOICES],
  'guess.neither': [CHOICES],
  'notes.arena.say': [CHECKED, 1 - CHECKED],
  'arena.how.half': [CHECKED],
  'arena.how.weigh': [BENCHES.length, MOST_SAY],
  'debrief.formula': [SCORES.length],
  'debrief.formulaTown': [SCORES.length],
  'docs of debrief': [SCORES.length, MOST_ASKED],
};

/**
 * What is known of large labs and models, in the order in which a sentence says it. (Own numbers of the same sentences stand
 * between them.)
 */
const FIELD: Readonly<Record<string, readonly number[]>> = {
  /* Parameters of the largest open models: Llama 3.1 405B, DeepSeek V3 671B (2024). */
  'term.parameters.about': [HUNDRED, BILLION],
  /* Comparisons: Llama 2 (Touvron et al. 2023) gathered over a million, InstructGPT (2022) tens of thousands. */
  'term.preference.about': [HUNDRED, THOUSAND],
  /* Below 1 and up to about 10: how to DP-fy ML (Ponomareva et al. 2023). */
  'term.epsilon.about': [STRONG_EPSILON, FAIR_EPSILON, THOUSAND, MILLION],
  /* Vocabularies: 32 k (Llama 2) to 256 k (Gemma). */
  'term.tokenBench.about': [VOCAB_SIZES.length, MOST_SENTENCES, 30_000, 250_000],
  'number.pieces.labs': [30_000, 250_000],
  'term.ownHeldOut.about': [OWN_HELD_OUT_BYTES, 2],
  /* Hapax legomena are 40 to 60 % of the words of a book (Baayen 2001). */
  'term.wordFrequency.about': [1 / 2],
  /* Quality classifiers: GPT-3 (2020), FineWeb-Edu (2024), whose model was asked about some 450,000 pages of billions. */
  'term.classifier.about': [THOUSAND, BILLION],
  'number.labels.labs': [THOUSAND],
  /* RefinedWeb (Penedo et al. 2023) threw out near half as copies, C4 and others a third. */
  'term.nearCopy.about': [SHINGLE_WORDS, SIGNATURE_SIZE, 1 / 3],
  'number.copies.labs': [BILLION],
  /* FineWeb-Edu kept 8 % of FineWeb, RefinedWeb a tenth of Common Crawl. */
  'number.certainty.labs': [1 / 10],
  'number.cleaned.labs': [10],
  /* 15 trillion tokens: Llama 3 (2024). Yours are one or two million. */
  'number.pages.labs': [THOUSAND, BILLION],
  'number.tokens.labs': [10, TRILLION, 10, MILLION],
  /* Muennighoff et al. 2023. */
  'number.epochs.labs': [4],
  /* Delétang et al. 2023: Chinchilla 70B compresses English text to about 0.66 bits a byte. */
  'number.bits.labs': [0.7],
  /* Hoffmann et al. 2022 (Chinchilla). */
  'number.ratio.labs': [20],
  'scale.advice': [20],
  /* Llama 3 405B: 16,000 processors. */
  'number.time.labs': [THOUSAND],
  /* Epoch AI 2024: training runs of the largest models cost tens of millions of dollars. */
  'number.voices.labs': [MILLION],
  /* Keyboards of Android and iOS. */
  'number.privacy.labs': [MILLION],
  /* GPT-4 technical report (2023). */
  'number.bet.labs': [10, THOUSAND],
  'docs of align': [WEAK_VOTES, GOOD_VOTES, MOST_PRINCIPLES, HUMAN_PAIRS, HUNDRED, THOUSAND],
  'align.people': [BY_LOT],
  'term.aiFeedback.about': [MILLION, MILLION],
  'docs of arena': [
    CHECKED,
    1 - CHECKED,
    BENCHES.length,
    MOST_SAY,
    RESAMPLES / HUNDRED,
    HUNDRED,
    10 * (1 - 2 * TAIL),
    10,
    SCORES.length,
    THOUSAND,
  ],
  'docs of data': [
    HALF,
    HALF,
    HALF,
    1 / HALF,
    ARCHIVE_SIZE,
    VOCAB_SIZES.length,
    OWN_SHARE,
    MILLION,
    TRILLION,
    THOUSAND,
    BILLION,
    4,
  ],
  'docs of fine-tune': [10, THOUSAND],
  'docs of lobby': [MILLION, 10, THOUSAND],
  'docs of pretrain': [ROUND_SECONDS, THOUSAND],
  'docs of scale': [
    FLOPS_PER_WEIGHT,
    /* Vaswani et al. 2017 (the transformer). */
    2017,
    1,
    1 / SMALLEST_PROBE,
    1,
    1 / LARGEST_PROBE,
    MAX_PROBES,
    BOLD_FACTOR,
    2022,
    20,
    MILLION,
  ],
};

export const TIED: Readonly<Record<string, readonly number[]>> = { ...OWN, ...FIELD };

/** Words that look like numbers and claim nothing. */
export const NO_CLAIMS: readonly { says: RegExp; because: string }[] = [
  { says: /^[1-3] (?=[A-Z][a-z]+$)/, because: 'a tab’s place in its row' },
  { says: /1 projector, 2 console/, because: 'keys of the keyboard' },
  { says: /stand at zero|set it to zero/, because: 'nothing at all' },
  {
    says: /Zero means the same habits|\b0 means no difference/,
    because: 'where a scale begins',
  },
  { says: /50\u00a0% means that it does not know/, because: 'where neither of two answers is likelier' },
  { says: /[Oo]ut of 100|\bof 100\b|from 0 to 100/g, because: 'a scale of percent' },
  {
    says: /At 3 epochs the model reads every page three times/,
    because: 'an example that is right by itself',
  },
  { says: /Feed it one page thirty times/, because: 'an example' },
  { says: /\b(?:[Tt]his|[Ll]ast|[Ee]ach) quarter\b/g, because: 'a season of the year' },
  { says: /6ND/, because: 'the name of a rule' },
  { says: /Ten times the compute/, because: 'how a power law is read' },
  { says: /the last two tokens/, because: 'what a trigram is' },
  { says: /1 kB is a thousand, about half a page/, because: 'what a kilobyte is' },
  { says: /more than half of those/, because: 'what a majority is' },
  { says: /A tie counts half/, because: 'what a tie is' },
  { says: /twice as big can only read half as much/, because: 'what a fixed product is' },
  { says: /a lab of four (?:has no crowd|reads its pages in a quarter of the time)/, because: 'an example' },
  { says: /four small steps side by side teach a little less than four steps/, because: 'the same example' },
  {
    says: /1\/(?=\{parts\})|1\sin\s(?=\{choices\}|\{count\}|…)/,
    because: 'the upper half of a fraction, whose lower half is an argument',
  },
  { says: /Ten votes are few/, because: 'advice' },
  { says: /Read it twice\?/, because: 'a question' },
  { says: /[Tt]wo closed curtains|Two curtains(?:, two answers)?/, because: 'a pair has two sides' },
  {
    says: /two (?:different )?(?:worlds|pages|answers|models|rulers|shares|curves|numbers|labs)\b/gi,
    because: 'things that are compared come in pairs',
  },
  { says: /Where two are as good|two that differ/gi, because: 'the same' },
  { says: /a double click/, because: 'the name of a gesture' },
  { says: /called P1, P2 and so on/, because: 'names' },
  { says: /by lot it would be half/, because: 'where neither of two answers is likelier' },
  { says: /^0: |^1: all|moved from the old model, 0 to/, because: 'where a scale begins or ends' },
  { says: /Lines at 0, 50 and 100\u00a0%/, because: 'none, half and all' },
  { says: /half the digits/, because: 'numbers of 16 bits for those of 32' },
  { says: /the mean of four parts/, because: 'the parts are named in the same sentence' },
];
