/** One of the audience: no lab, no name. */

export interface Watcher {
  id: string;
  connected: boolean;
}
