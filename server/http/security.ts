/** Headers that keep the page to its own origin, and the check that requests come from our own pages. */

import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isLoopback } from '../lan.ts';
import { refuse } from '../hosting/refusal.ts';
import { logWarning } from '../log.ts';

/** Names as long as DNS has them, and a port. */
const HOST = /^[\w.:[\]-]{1,261}$/;

/** Whether this may stand in a header and in an address; anything else is left out of the policy. */
export function isHost(host: string): boolean {
  return HOST.test(host);
}

/** The page's own sockets; 'self' does not cover them in all browsers. */
function socketsOf(host: string | undefined): string {
  return host && isHost(host) ? `ws://${host} wss://${host}` : '';
}

/**
 * Everything from this origin: WASM may be compiled and workers started from blobs (Vite's), inline styles are Phaser's
 * and Preact's; the film that keeps a screen on is data. The development server needs inline scripts and a socket of its own besides. Isolation is for trustworthy
 * addresses only: browsers ignore it on other plain-HTTP ones, and complain about it in the console.
 */
function headers(isDevelopment: boolean, isTrustworthy: boolean): RequestHandler {
  const development = (...sources: string[]): string[] => (isDevelopment ? sources : []);
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'", ...development("'unsafe-inline'")],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'", 'blob:', 'data:'],
        connectSrc: [
          "'self'",
          'data:',
          'blob:',
          (request) => socketsOf(request.headers.host),
          ...development('ws:', 'wss:'),
        ],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: isTrustworthy && { policy: 'require-corp' },
    crossOriginOpenerPolicy: isTrustworthy && { policy: 'same-origin' },
    originAgentCluster: isTrustworthy,
    /* For whoever ends TLS to decide: a school that tries HTTPS once must not be held to it for a year. */
    strictTransportSecurity: false,
  });
}

export function securityHeaders(isDevelopment: boolean): RequestHandler {
  const [isolated, plain] = [headers(isDevelopment, true), headers(isDevelopment, false)];
  return (request, response, next) => {
    const isTrustworthy = request.protocol === 'https' || isLoopback(request.host ?? '');
    (isTrustworthy ? isolated : plain)(request, response, next);
  };
}

/**
 * Browsers name the page that asks; it must be one of ours. Programs send no Origin and hold a token or nothing.
 * `hosts` are the names that this server was called by: its own, and that of a proxy that is trusted.
 */
export function isOwnOrigin(origin: string | undefined, hosts: readonly (string | undefined)[]): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return hosts.some((own) => own !== undefined && withoutDefaultPort(protocol, own) === host);
}

/** A host as pages name it: some proxies write the port that the protocol has anyway. */
function withoutDefaultPort(protocol: string, host: string): string {
  const address = `${protocol}//${host}`;
  return isHost(host) && URL.canParse(address) ? new URL(address).host : host;
}

/** The log is told of pages that are refused once in so long: it may be a proxy that is set up wrongly, or anybody. */
const TELL_AGAIN_MS = 60_000;

/**
 * Refuses requests that change something when they come from another site's page. Behind a proxy that does not pass the name on
 * our own pages look like that, so the answer says which name came here.
 */
export function checkOrigin(now: () => number): RequestHandler {
  let toldMs = -Infinity;
  return (request, _response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const { origin = '', host: called = '' } = request.headers;
    if (isReading || isOwnOrigin(request.headers.origin, [called, request.host])) return next();
    const page = URL.canParse(origin) ? new URL(origin).host : '?';
    const server = isHost(called) ? called : '?';
    if (now() - toldMs >= TELL_AGAIN_MS) {
      toldMs = now();
      logWarning(
        `a page of ${page} was refused, since its request came under the name ${server}: if a proxy stands in front, let it pass the header Host, or X-Forwarded-Host with TRUST_PROXY`,
      );
    }
    refuse('protocol/foreign_page', { page, server });
  };
}
