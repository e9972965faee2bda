/** Who a token of a match belongs to. */

export type TokenOwner = { kind: 'host' } | { kind: 'player'; playerId: string };
