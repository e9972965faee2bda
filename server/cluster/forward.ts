/** Passes requests and sockets on to another process, and what comes back from there. */

import { Agent, request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream';
import type { Request, Response } from 'express';
import { refuseUpgrade } from '../http/upgrades.ts';
import { stampOf, VISITOR_HEADER } from './visitor.ts';

/** As long as a page waits for an answer. */
const SILENCE_MS = 30_000;
/** What is said of one connection is not said of the next. */
const OF_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'expect'];

const agent = new Agent({ keepAlive: true });

function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)));
}

export interface Onward {
  address: string;
  secret: string;
  /** Aborted when the match is at this address no more. */
  signal: AbortSignal;
}

/** Passes a request on; `onFailure` is called when nobody answers, as long as nothing was answered yet. */
export function passOn(
  request: Request,
  response: Response,
  { address, secret, signal }: Onward,
  onFailure: () => void,
): void {
  const { method, originalUrl, ip = '', protocol, host } = request;
  const headers: IncomingHttpHeaders = {
    ...withoutConnection(request.headers),
    [VISITOR_HEADER]: stampOf(secret, { ip, protocol, host: host ?? '' }),
  };
  const onward = ask(address, { path: originalUrl, method, headers, agent, timeout: SILENCE_MS });
  let hasFailed = false;
  const fail = (): void => {
    if (hasFailed) return;
    hasFailed = true;
    onward.destroy();
    if (response.headersSent) response.destroy();
    else onFailure();
  };
  onward.once('timeout', fail);
  /* Giving it up is an error as well. */
  onward.on('error', fail);
  signal.addEventListener('abort', fail, { once: true });
  onward.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, withoutConnection(answer.headers));
    pipeline(answer, response, () => undefined);
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}

function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
  );
  return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines, '', ''].join('\r\n');
}

function join(one: Duplex, other: Duplex): void {
  pipeline(one, other, () => one.destroy());
  pipeline(other, one, () => other.destroy());
}

/** Nothing that sits behind a socket asks who it is. */
const NOBODY = { ip: '', protocol: '', host: '' };

/** Passes a request for a socket on. */
export function passSocketOn(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { address, secret, signal }: Onward,
): void {
  const headers = { ...request.headers, [VISITOR_HEADER]: stampOf(secret, NOBODY) };
  const onward = ask(address, { path: request.url ?? '/', headers, agent: false, timeout: SILENCE_MS });
  onward.once('timeout', () => onward.destroy());
  onward.once('error', () => refuseUpgrade(socket, '503 Service Unavailable'));
  onward.once('response', (answer) => {
    answer.resume();
    refuseUpgrade(socket, `${answer.statusCode} ${answer.statusMessage}`);
  });
  onward.once('upgrade', (answer, far, farHead) => {
    far.setTimeout(0);
    far.setNoDelay(true);
    if (socket.destroyed) far.destroy();
    socket.write(headOf(answer));
    if (farHead.length > 0) socket.write(farHead);
    if (head.length > 0) far.write(head);
    join(socket, far);
  });
  signal.addEventListener('abort', () => socket.destroy(), { once: true });
  socket.once('close', () => onward.destroy());
  onward.end();
}
