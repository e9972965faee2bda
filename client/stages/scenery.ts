/** What each scene is told: measured values as plain data, one shape per stage, and the sentences that say the same. */
import { t } from '../i18n/t.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import type { TeamShapeName } from '../ui/tokens.ts';
import { formatQuantity, formatSeconds } from '../i18n/quantity.ts';

/** A device that takes part, as the room measured it. */
export interface SceneDevice {
  id: string;
  name: string;
  /** Measured training speed; null until the probe has answered. */
  tokensPerSecond: number | null;
  /** True for the device this picture is shown on. */
  you: boolean;
}

export interface LobbyState {
  devices: (SceneDevice & { teamShape: TeamShapeName | null })[];
  teams: { id: string; name: string; shape: TeamShapeName }[];
}

export interface DataState {
  /** The agreed or proposed mixture; shares sum to 1. */
  mixture: { kind: string; label: string; share: number }[];
  /** Documents delivered so far, counted up: the belt runs while this grows, faster for more. */
  documents: number;
  /** Labels of the datasets bought, oldest first. */
  purchases: string[];
}

export interface ScaleState {
  parameters: number;
  tokens: number;
  budgetFlops: number;
  /** Bounds of the choice, for the tilt of the balance. */
  minParameters: number;
  maxParameters: number;
  /** Predicted time on the team's devices; null while unknown. */
  predictedSeconds: number | null;
}

export interface PretrainState {
  /**
   * `load` is the share of the device's time spent in training steps, 0 to 1; `updates` counts what it has brought to the
   * run so far: a dart flies from it when that grows. The server is among them when it lends a hand.
   */
  devices: (SceneDevice & { load: number; updates: number })[];
  heldOutBitsPerByte: number | null;
  /** Held-out loss of the untrained model: the fog is thickest there. */
  startBitsPerByte: number | null;
  sample: string;
  tokensUsed: number;
  tokensTotal: number;
  training: boolean;
}

export interface FineTuneState {
  /** How many cards the lab writes. */
  cards: number;
  /** Some of them, to be read; the newest last. */
  demonstrations: { question: string; answer: string }[];
  baseAnswer: string | null;
  tunedAnswer: string | null;
  /** Share of answers in form, 0 to 1; null until measured. */
  inFormShare: number | null;
  training: boolean;
}

export interface AlignState {
  /** The pair that the player is rating; null on the projector and when there is none. */
  answers: { a: string; b: string } | null;
  /** Votes of all labs so far, counted up: a thumb falls into the pan when this grows. */
  votes: number;
  /** Votes that make a good signal: the pan is full. */
  goodVotes: number;
  /** Share of friendly answers before and after aligning, 0 to 1; null until measured. */
  traitBefore: number | null;
  traitAfter: number | null;
  inFormAfter: number | null;
  training: boolean;
}

export interface ArenaState {
  /** The pair on stage; null until the models have answered. */
  pair: { question: string; a: string; b: string } | null;
  /** Who stands behind the curtains; null while they are closed. */
  who: Record<'a' | 'b', { name: string; /** Null for the House. */ shape: TeamShapeName | null }> | null;
  /** Votes of all so far, counted up: a ballot falls into the jar when this grows. Never which way. */
  votes: number;
  /** Votes that fill the jar. */
  wanted: number;
}

export interface DebriefState {
  teams: {
    id: string;
    name: string;
    shape: TeamShapeName;
    /** 1 for the best; equal ranks stand equally high. */
    rank: number;
    score: number;
    bitsPerByte: number | null;
  }[];
  yourTeamId: string | null;
}

/** The state of every stage's scene, by the stage's name. */
export interface SceneState {
  lobby: LobbyState;
  data: DataState;
  scale: ScaleState;
  pretrain: PretrainState;
  'fine-tune': FineTuneState;
  align: AlignState;
  arena: ArenaState;
  debrief: DebriefState;
}

/** What every scene can do, whatever it is drawn with. */
export interface StageScene<S extends Stage> {
  /** Shows the state: changes since the last call are eased, the first one is simply there. */
  show(state: SceneState[S]): void;
}

/** How a scene is composed: above the panel, beside it, or on the projector. */
export type SceneLayout = 'strip' | 'stage' | 'wall';

const DESCRIBERS: { [S in Stage]: (state: SceneState[S]) => string } = {
  lobby: ({ devices, teams }) => {
    const measured = devices.filter((device) => device.tokensPerSecond !== null);
    const total = measured.reduce((sum, device) => sum + (device.tokensPerSecond ?? 0), 0);
    const speed =
      measured.length === 0
        ? t('scene.lobby.unmeasured')
        : t('scene.lobby.measured', { speed: formatQuantity(total) });
    return t('scene.lobby.twin', { devices: devices.length, teams: teams.length, speed });
  },
  data: ({ mixture, documents, purchases }) => {
    const layers = mixture
      .filter((part) => part.share > 0)
      .map((part) => `${part.label} ${percent(part.share)}`)
      .join(', ');
    const vat = layers === '' ? t('scene.data.vatEmpty') : t('scene.data.vat', { layers });
    return t('scene.data.twin', { datasets: purchases.length, documents: formatQuantity(documents), vat });
  },
  scale: ({ parameters, tokens, predictedSeconds }) =>
    t('scene.scale.twin', {
      parameters: formatQuantity(parameters),
      tokens: formatQuantity(tokens),
      time: predictedSeconds === null ? '' : t('scene.scale.time', { time: formatSeconds(predictedSeconds) }),
    }),
  pretrain: ({ devices, heldOutBitsPerByte, sample, tokensUsed, tokensTotal, training }) =>
    t(training ? 'scene.pretrain.training' : 'scene.pretrain.resting', {
      devices: devices.length,
      used: formatQuantity(tokensUsed),
      total: formatQuantity(tokensTotal),
      loss:
        heldOutBitsPerByte === null
          ? t('scene.pretrain.unmeasured')
          : t('scene.pretrain.loss', { bits: heldOutBitsPerByte.toFixed(2) }),
      said: sample === '' ? t('scene.pretrain.silent') : t('scene.pretrain.said', { sample: sample.trim() }),
    }),
  'fine-tune': ({ cards, inFormShare, tunedAnswer }) =>
    t('scene.fine-tune.twin', {
      count: cards,
      form: inFormShare === null ? '' : t('scene.fine-tune.form', { percent: percent(inFormShare) }),
      said: tunedAnswer === null ? '' : t('scene.fine-tune.said', { answer: tunedAnswer.trim() }),
    }),
  align: ({ answers, votes, goodVotes, traitBefore, traitAfter, inFormAfter, training }) =>
    t('scene.align.twin', {
      votes,
      good: goodVotes,
      busy: training ? t('scene.align.busy') : '',
      change:
        traitBefore === null || traitAfter === null
          ? ''
          : t('scene.align.changed', { before: percent(traitBefore), after: percent(traitAfter) }),
      form: inFormAfter === null ? '' : t('scene.align.inForm', { share: percent(inFormAfter) }),
      pair: answers === null ? '' : t('scene.align.pair', { ...answers }),
    }),
  arena: ({ pair, who, votes, wanted }) => {
    if (wanted === 0) return t('scene.arena.asking');
    if (pair === null) return t('scene.arena.jar', { votes, wanted });
    const names = who === null ? '' : t('scene.arena.who', { a: who.a.name, b: who.b.name });
    return t('scene.arena.twin', { votes, wanted, ...pair, who: names });
  },
  debrief: ({ teams }) => {
    const order = [...teams]
      .sort((a, b) => a.rank - b.rank)
      .map(({ rank, name, score }) => t('scene.debrief.team', { rank, name, points: score.toFixed(0) }))
      .join('; ');
    return order === '' ? t('scene.debrief.empty') : t('scene.debrief.twin', { order });
  },
};

/** The text twin of a scene, in one or two plain sentences: what the picture says, for those who can't see it. */
export function describeScene<S extends Stage>(stage: S, state: SceneState[S]): string {
  return DESCRIBERS[stage](state);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
