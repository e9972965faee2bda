/** The version of everything that crosses the wire; a client of another version is told to reload. */

export const PROTOCOL_VERSION = 12;
