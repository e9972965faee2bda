import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './security.ts';

describe('requests from pages', () => {
  it.each([
    ['a program', undefined, ['lab.example'], true],
    ['our own page', 'https://lab.example', ['lab.example'], true],
    ['our page on another port', 'http://lab.example:81', ['lab.example:80'], false],
    ['our page behind a proxy', 'https://lab.example', ['10.0.0.2:2567', 'lab.example'], true],
    ["another site's page", 'https://evil.example', ['lab.example'], false],
    ['a sandboxed page', 'null', ['lab.example'], false],
    ['a page of a host without a name', 'null', [undefined], false],
    ['a proxy that writes the port', 'https://lab.example', ['lab.example:443'], true],
    ['one without HTTPS', 'http://lab.example', ['lab.example:80'], true],
    ['the port of another protocol', 'https://lab.example', ['lab.example:80'], false],
    ['a port of its own', 'https://lab.example:8443', ['lab.example:8443'], true],
  ])('%s', (_who, origin, hosts, isOwn) => {
    expect(isOwnOrigin(origin, hosts)).toBe(isOwn);
  });
});
