import { expect, it } from 'vitest';
import { ownAddress } from './own-address.ts';

it.each([
  ['127.0.0.1', ['10.0.0.5'], 'http://127.0.0.1:2567'],
  ['game-1', [], 'http://game-1:2567'],
  ['fd00::5', [], 'http://[fd00::5]:2567'],
  ['0.0.0.0', ['10.0.0.5', '10.1.0.5'], 'http://10.0.0.5:2567'],
  [undefined, ['10.0.0.5'], 'http://10.0.0.5:2567'],
  [undefined, [], 'http://127.0.0.1:2567'],
])('a process that listens on %s, on a machine at %s, is reached at %s', (host, lan, address) => {
  expect(ownAddress(host, 2567, lan)).toBe(address);
});
