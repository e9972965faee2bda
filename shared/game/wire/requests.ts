/** The names under which a page and the server talk over the room's socket. */

/** The room's one request name: player and host send it, the reply is a MoveReply. */
export const MOVE_REQUEST = 'move';
/** Sent by the server to one client before it lets go of it for good, with a GameError. */
export const GOODBYE_MESSAGE = 'goodbye';
/** Clock synchronisation request: replies { serverNowMs }. */
export const CLOCK_REQUEST = 'clock';
