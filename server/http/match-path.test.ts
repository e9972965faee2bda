import { expect, it } from 'vitest';
import { splitMatchPath } from './match-path.ts';

it.each([
  ['/m/BOKA42/api/team/market', 'BOKA42', '/api/team/market'],
  ['/m/BOKA42/process/room?sessionId=x', 'BOKA42', '/process/room?sessionId=x'],
  ['/m/boka-42/api/team/pairs?page=2', 'BOKA42', '/api/team/pairs?page=2'],
  ['/api/matches/boka%2042/seats', 'BOKA42', '/api/matches/boka%2042/seats'],
  ['/api/matches', null, '/api/matches'],
  ['/api/team/market?x=/m/BOKA42/', null, '/api/team/market?x=/m/BOKA42/'],
  ['/m/constructor/api/team/market', null, '/api/team/market'],
  ['/m/%E0%A4%A/api/health', null, '/api/health'],
  ['/', null, '/'],
])('%s is of the match %s, and asks for %s', (url, code, rest) => {
  expect(splitMatchPath(url)).toEqual({ code, rest });
});
