/** Where other processes reach this one, unless it is told: at the address that it listens on, or at this machine's on its network. */

const ANY = ['0.0.0.0', '::'];

/** `lan` are the machine's addresses, the likeliest first. */
export function ownAddress(host: string | undefined, port: number, lan: readonly string[]): string {
  const listens = host !== undefined && !ANY.includes(host) ? host : null;
  const name = listens ?? lan[0] ?? '127.0.0.1';
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
