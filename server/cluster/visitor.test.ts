import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { stampOf, takeVisitor, VISITOR_HEADER } from './visitor.ts';

const ADA = { ip: '203.0.113.7', protocol: 'https', host: 'lab.example' };
const request = (value?: string) =>
  ({ headers: value === undefined ? {} : { [VISITOR_HEADER]: value } }) as IncomingMessage;

it('believes a process of the cluster, and nobody else', () => {
  expect(takeVisitor(request(stampOf('secret', ADA)), 'secret')).toMatchObject(ADA);
  expect(takeVisitor(request(stampOf('guess', ADA)), 'secret')).toBeNull();
  expect(takeVisitor(request(stampOf('', ADA)), '')).toBeNull();
  expect(takeVisitor(request('junk'), 'secret')).toBeNull();
  expect(takeVisitor(request(), 'secret')).toBeNull();
});

it('takes the stamp off, whatever it is worth', () => {
  const asked = request('junk');
  takeVisitor(asked, 'secret');
  expect(asked.headers).toEqual({});
});
