import { describe, expect, it } from 'vitest';
import { isLoopback, reachableHost } from './lan.ts';

describe('the host in a join link', () => {
  it.each([
    ['localhost:2567', '10.0.0.7:2567'],
    ['127.0.0.1:2567', '10.0.0.7:2567'],
    ['[::1]:2567', '10.0.0.7:2567'],
    ['localhost', '10.0.0.7'],
    ['lab.example', 'lab.example'],
    ['localhost.example:80', 'localhost.example:80'],
  ])('%s becomes %s', (host, reachable) => {
    expect(reachableHost(host, '10.0.0.7')).toBe(reachable);
    expect(reachableHost(host, null)).toBe(host);
    expect(isLoopback(host)).toBe(host !== reachable);
  });
});
