import { describe, expect, it } from 'vitest';
import { isLoopback, rankAddresses, reachableHosts } from './lan.ts';

describe('the host in a join link', () => {
  it.each([
    ['localhost:2567', '10.0.0.7:2567'],
    ['127.0.0.1:2567', '10.0.0.7:2567'],
    ['[::1]:2567', '10.0.0.7:2567'],
    ['localhost', '10.0.0.7'],
    ['lab.example', 'lab.example'],
    ['localhost.example:80', 'localhost.example:80'],
  ])('%s becomes %s', (host, reachable) => {
    expect(reachableHosts(host, ['10.0.0.7'])).toEqual([reachable]);
    expect(reachableHosts(host, [])).toEqual([host]);
    expect(isLoopback(host)).toBe(host !== reachable);
  });

  it('may be any address of the machine, the one in use before the others', () => {
    const addresses = ['192.168.1.20', '10.0.0.7'];
    expect(reachableHosts('localhost:2567', addresses)).toEqual(['192.168.1.20:2567', '10.0.0.7:2567']);
    expect(reachableHosts('10.0.0.7:2567', addresses)).toEqual(['10.0.0.7:2567', '192.168.1.20:2567']);
  });
});

describe('the addresses of a machine', () => {
  const at = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4') => [{ address, family, internal: false }];

  it.each([
    [
      'Linux with Docker',
      { docker0: at('172.17.0.1'), 'br-1f2e': at('172.18.0.1'), wlp2s0: at('192.168.1.20') },
      '192.168.1.20',
    ],
    ['Windows with WSL', { 'vEthernet (WSL)': at('172.29.96.1'), 'Wi-Fi': at('10.0.0.7') }, '10.0.0.7'],
    [
      'Windows with VirtualBox',
      { 'Ethernet 3': at('192.168.56.1'), Ethernet: at('192.168.178.4') },
      '192.168.178.4',
    ],
    ['a Mac on Tailscale', { utun4: at('100.101.7.3'), en0: at('192.168.0.9') }, '192.168.0.9'],
    ['a cable without an answer', { eth0: at('169.254.12.8'), wlan0: at('10.4.4.2') }, '10.4.4.2'],
    ['a school on 172', { tun0: at('10.8.0.2'), eth0: at('172.20.3.4') }, '172.20.3.4'],
  ])('begin with the one that phones reach: %s', (_name, adapters, best) => {
    expect(rankAddresses(adapters)[0]).toBe(best);
    expect(rankAddresses(adapters)).toHaveLength(Object.keys(adapters).length);
  });

  it('are none of version 6, and none of the machine alone', () => {
    const lo = [{ address: '127.0.0.1', family: 'IPv4' as const, internal: true }];
    expect(rankAddresses({ lo, eth0: at('fe80::1', 'IPv6') })).toEqual([]);
  });
});
