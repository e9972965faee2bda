/** The addresses under which other devices of the network find this machine. */

import { networkInterfaces } from 'node:os';

/** IPv4 addresses, as people type them; none on a machine without a network. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((entries) =>
    (entries ?? []).flatMap(({ family, internal, address }) =>
      family === 'IPv4' && !internal ? [address] : [],
    ),
  );
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=:|$)/;

/** Whether a host, with or without its port, means the asking machine itself. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** A host that means "this machine" as others have to write it; any other host as it is. */
export function reachableHost(host: string, lanAddress: string | null): string {
  return lanAddress === null ? host : host.replace(LOOPBACK, lanAddress);
}
