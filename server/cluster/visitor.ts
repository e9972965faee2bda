/** Who asked, in a request that another process passes on: its word counts because it knows the secret of the cluster. */

import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

export const VISITOR_HEADER = 'x-loss-leaders-visitor';

const visitorShape = z.object({ secret: z.string(), ip: z.string(), protocol: z.string(), host: z.string() });
type Stamp = z.output<typeof visitorShape>;
export type Visitor = Omit<Stamp, 'secret'>;

export function stampOf(secret: string, { ip, protocol, host }: Visitor): string {
  return Buffer.from(JSON.stringify({ secret, ip, protocol, host } satisfies Stamp)).toString('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Takes the stamp off a request; null without one, and for one that does not know the secret. */
export function takeVisitor({ headers }: IncomingMessage, secret: string): Visitor | null {
  const value = headers[VISITOR_HEADER];
  delete headers[VISITOR_HEADER];
  if (typeof value !== 'string' || secret === '') return null;
  try {
    const stamp = visitorShape.parse(JSON.parse(Buffer.from(value, 'base64url').toString()));
    return isSame(stamp.secret, secret) ? stamp : null;
  } catch {
    return null;
  }
}
