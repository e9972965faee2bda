import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './security.ts';

describe('requests from pages', () => {
  it.each([
    ['a program', { host: 'lab.example' }, true],
    ['our own page', { origin: 'https://lab.example', host: 'lab.example' }, true],
    ['our page on another port', { origin: 'http://lab.example:81', host: 'lab.example:80' }, false],
    [
      'our page behind a proxy',
      { origin: 'https://lab.example', host: '10.0.0.2:2567', forwardedHost: 'lab.example' },
      true,
    ],
    ["another site's page", { origin: 'https://evil.example', host: 'lab.example' }, false],
    ['a sandboxed page', { origin: 'null', host: 'lab.example' }, false],
  ])('%s', (_who, headers, isOwn) => {
    expect(isOwnOrigin(headers)).toBe(isOwn);
  });
});
