/** The addresses under which other devices of the network find this machine. */

import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Adapters that lead to no other device of the room: of containers, virtual machines, tunnels. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vnic|utun|tun|tap|wg|tailscale|zt|ham|lxc|lxd|podman|cni|flannel|bridge\d|awdl|llw|anpi|ppp)|vethernet|virtualbox|vmware|hyper-v|wsl|loopback|npcap|zerotier|tailscale|hamachi|bluetooth/i;
/** Addresses that a machine gives itself where nobody gave it one; those of Tailscale and of carriers; that of VirtualBox's own network. */
const LINK_LOCAL = /^169\.254\./;
const NOT_OF_THE_ROOM = /^(100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|192\.168\.56\.|172\.17\.)/;

/** The lower, the more likely other devices of the room reach it. */
function rankOf(name: string, address: string): number {
  if (LINK_LOCAL.test(address)) return 3;
  if (VIRTUAL.test(name)) return 2;
  return NOT_OF_THE_ROOM.test(address) ? 1 : 0;
}

/** IPv4 addresses of these adapters, as people type them; the one that phones of the same room reach comes first. */
export function rankAddresses(
  adapters: Readonly<
    Record<string, readonly Pick<NetworkInterfaceInfo, 'family' | 'internal' | 'address'>[] | undefined>
  >,
): string[] {
  return Object.entries(adapters)
    .flatMap(([name, entries = []]) =>
      entries.flatMap(({ family, internal, address }) =>
        family === 'IPv4' && !internal ? [{ address, rank: rankOf(name, address) }] : [],
      ),
    )
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/** Those of this machine; none on one without a network. */
export function lanAddresses(): string[] {
  return rankAddresses(networkInterfaces());
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=:|$)/;

/** Whether a host, with or without its port, means the asking machine itself. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * A host as others may write it, the likeliest first: instead of one that means "this machine" its addresses on the network, beside
 * one of these the others, and any other name as it is.
 */
export function reachableHosts(host: string, addresses: readonly string[]): string[] {
  const { name, port } = /^(?<name>\[[^\]]*\]|[^:]*)(?<port>:\d+)?$/.exec(host)?.groups ?? {
    name: host,
    port: '',
  };
  const at = (address: string): string => `${address}${port ?? ''}`;
  if (isLoopback(host)) return addresses.length > 0 ? addresses.map(at) : [host];
  return addresses.includes(name ?? '')
    ? [host, ...addresses.filter((other) => other !== name).map(at)]
    : [host];
}
