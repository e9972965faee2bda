/** What more screens of the host's there are. */

export const SCREEN_KINDS = ['projector', 'console'] as const;
export type ScreenKind = (typeof SCREEN_KINDS)[number];

/** A link as all may know of it: its id opens nothing. */
export interface ScreenView {
  id: string;
  kind: ScreenKind;
}
