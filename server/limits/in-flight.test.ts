import { expect, it } from 'vitest';
import { createInFlight } from './in-flight.ts';

it('lets so many of one key in at once, and others whenever one is over', () => {
  const uploads = createInFlight(2);
  const first = uploads.enter('ada');
  uploads.enter('ada');
  expect(uploads.enter('ada')).toBeNull();
  expect(uploads.enter('bob')).not.toBeNull();
  first?.();
  first?.();
  expect(uploads.enter('ada')).not.toBeNull();
  expect(uploads.enter('ada')).toBeNull();
});
