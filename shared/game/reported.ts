/** What somebody reported: which pair of answers, and how the host reads it. */

export interface Report {
  pairId: string;
  playerId: string;
  /** Whether it is hidden from everybody, not from whoever reported it only. */
  isForAll: boolean;
}

export interface ReportedText extends Pick<Report, 'pairId' | 'isForAll'> {
  question: string;
  a: string;
  b: string;
}
