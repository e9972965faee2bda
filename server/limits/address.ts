/** Whose requests are counted together: an IPv4 address, or the network that a home or a school has of IPv6. */

import { isIP } from 'node:net';

/** Blocks of an IPv6 address that name the network; within it a device takes addresses as it likes. */
const NETWORK_BLOCKS = 4;

/** All eight blocks of an IPv6 address, each without leading zeros. */
function blocksOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  if (tail === undefined) return left;
  const right = tail === '' ? [] : tail.split(':');
  return [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
}

/** The key for an address as Node or a trusted proxy gives it; all that is no address shares one. */
export function addressKey(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return 'unknown';
  const blocks = blocksOf(plain.toLowerCase()).map((block) => block.replace(/^0+(?=.)/, ''));
  return `${blocks.slice(0, NETWORK_BLOCKS).join(':')}::/64`;
}
