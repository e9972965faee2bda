/** Which models can be talked to, by how far they had come; and what they said that somebody wants the class to see. */

export const VOICES = [
  'untrained',
  'lastYear',
  'base',
  'tuned',
  'aligned',
  'undone',
  'hardened',
  'final',
  'house',
] as const;
/** The model that speaks: as it was made, after each stage, before an undo, as its lab ended with it, or the House. */
export type VoiceName = (typeof VOICES)[number];

/** Letters of a question that is typed. */
export const MAX_ASKED = 160;

/** A model, and whose it is. */
export interface Said {
  voice: VoiceName;
  /** The lab whose model it is; null for the House. */
  ofTeamId: string | null;
  question: string;
  answer: string;
}

export interface SharedAnswer extends Said {
  id: string;
  playerId: string;
  /** The lab that sends it. */
  teamId: string;
  /** The host has put it away: nobody else sees it. */
  isHidden: boolean;
}

/** An answer as everybody sees it. */
export interface ShownAnswer extends Said {
  /** Who sent it. */
  playerName: string;
}

export interface SharedAnswers {
  /** Oldest first. */
  answers: SharedAnswer[];
  /** The one that is shown now. */
  shownId: string | null;
}

export const nothingShared = (): SharedAnswers => ({ answers: [], shownId: null });
