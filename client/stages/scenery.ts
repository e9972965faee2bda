/** What each scene is told: measured values as plain data, one shape per stage, and the sentences that say the same. */
import type { Stage } from '../../shared/lifecycle.ts';
import type { TeamShapeName } from '../overlay/tokens.ts';
import { formatQuantity, formatSeconds } from './scene-kit/quantity.ts';

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
  /** `load` is the share of the device's time spent in training steps, 0 to 1. */
  devices: (SceneDevice & { load: number })[];
  heldOutBitsPerByte: number | null;
  /** Held-out loss of the untrained model: the fog is thickest there. */
  startBitsPerByte: number | null;
  sample: string;
  tokensUsed: number;
  tokensTotal: number;
  /** Updates the server has received so far, counted up: a dart flies when this grows. */
  uploads: number;
  training: boolean;
}

export interface FineTuneState {
  demonstrations: { question: string; answer: string }[];
  baseAnswer: string | null;
  tunedAnswer: string | null;
  /** Share of answers in form, 0 to 1; null until measured. */
  inFormShare: number | null;
  training: boolean;
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
        ? 'None has measured its speed yet.'
        : `Measured together: ${formatQuantity(total)} tokens per second.`;
    return `The lab's yard: ${count(devices.length, 'device')} in ${count(teams.length, 'team')}. ${speed}`;
  },
  data: ({ mixture, documents, purchases }) => {
    const layers = mixture
      .filter((part) => part.share > 0)
      .map((part) => `${part.label} ${percent(part.share)}`)
      .join(', ');
    const vat = layers === '' ? 'The vat is empty.' : `In the vat: ${layers}.`;
    return `The loading dock: ${count(purchases.length, 'dataset')} bought, ${formatQuantity(documents)} documents delivered. ${vat}`;
  },
  scale: ({ parameters, tokens, predictedSeconds }) => {
    const time = predictedSeconds === null ? '' : ` Predicted time: ${formatSeconds(predictedSeconds)}.`;
    return `A balance under one weight, the compute: ${formatQuantity(parameters)} parameters against ${formatQuantity(tokens)} tokens.${time}`;
  },
  pretrain: ({ devices, heldOutBitsPerByte, sample, tokensUsed, tokensTotal, training }) => {
    const loss =
      heldOutBitsPerByte === null
        ? 'not measured yet'
        : `${heldOutBitsPerByte.toFixed(2)} bits per byte on held-out text`;
    const said = sample === '' ? 'It has said nothing yet.' : `Newest sample: "${sample.trim()}"`;
    return `The machine hall: ${count(devices.length, 'device')} ${training ? 'training' : 'at rest'}, ${formatQuantity(tokensUsed)} of ${formatQuantity(tokensTotal)} tokens used, ${loss}. ${said}`;
  },
  'fine-tune': ({ demonstrations, inFormShare, tunedAnswer }) => {
    const form = inFormShare === null ? '' : ` ${percent(inFormShare)} of answers are in form.`;
    const said = tunedAnswer === null ? '' : ` The tuned model says: "${tunedAnswer.trim()}"`;
    return `The school desk: ${count(demonstrations.length, 'demonstration')} chosen.${form}${said}`;
  },
  debrief: ({ teams }) => {
    const order = [...teams]
      .sort((a, b) => a.rank - b.rank)
      .map((team) => `${team.rank}. ${team.name}, ${team.score.toFixed(0)} points`)
      .join('; ');
    return order === '' ? 'The museum wall is still empty.' : `The museum wall, by rank: ${order}.`;
  },
};

/** The text twin of a scene, in one or two plain sentences: what the picture says, for those who can't see it. */
export function describeScene<S extends Stage>(stage: S, state: SceneState[S]): string {
  return DESCRIBERS[stage](state);
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
