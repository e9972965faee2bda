/** The socket that a page tries out before a match: it says back what it is told, with the server's time. */

export const ECHO = {
  path: '/api/echo',
  /** What one socket says back at most; whoever wants more opens another. */
  messages: 16,
  /** The largest of them, in bytes. */
  bytes: 64 * 1024,
  /** It is closed after this long. */
  milliseconds: 15_000,
} as const;
