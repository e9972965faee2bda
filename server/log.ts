/** What goes wrong, told to whoever writes it down: the console, unless the server says otherwise. Runs in a page's worker too. */

/** Where entries go. */
export interface Log {
  error(message: string, error: unknown): void;
  warn(message: string): void;
}

/** Called for every error that is logged; tests fail on those that they did not expect. */
type ErrorWatcher = (message: string, error: unknown) => void;

const watchers = new Set<ErrorWatcher>();

let log: Log = {
  error: (message, error) => console.error(message, error),
  warn: (message) => console.warn(message),
};

/** From now on entries go here. */
export function writeLogTo(next: Log): void {
  log = next;
}

/** Something went wrong that is nobody's mistake but ours. */
export function logError(message: string, error: unknown): void {
  log.error(message, error);
  for (const watcher of watchers) watcher(message, error);
}

/** Something that ought not to happen, and that the game goes on from by itself. */
export function logWarning(message: string): void {
  log.warn(message);
}

/** Returns how to stop watching. */
export function watchErrors(watcher: ErrorWatcher): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}
