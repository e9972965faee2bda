/** Headers that keep the page to its own origin, and the check that requests come from our own pages. */

import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { isLoopback } from '../lan.ts';
import { refuse } from './errors.ts';

/** Host names as they may stand in a header; anything else is left out of the policy. */
const HOST = /^[\w.:[\]-]+$/;

/**
 * Everything from this origin: WASM may be compiled and workers started from blobs (Vite's), inline styles are Phaser's
 * and Preact's. The development server needs inline scripts and a socket of its own besides.
 */
function contentSecurityPolicy(host: string | undefined, isDevelopment: boolean): string {
  const sockets = host && HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    `connect-src 'self' data: blob:${sockets}${isDevelopment ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Browsers ignore isolation on other plain-HTTP addresses, and complain about it in the console. */
function isTrustworthy(host: string | undefined, protocol: string): boolean {
  return protocol === 'https' || isLoopback(host ?? '');
}

export function securityHeaders(isDevelopment: boolean): RequestHandler {
  return (request, response, next) => {
    const { host } = request.headers;
    const protocol = request.headers['x-forwarded-proto'] ?? request.protocol;
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(host, isDevelopment));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (isTrustworthy(host, String(protocol))) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    }
    next();
  };
}

/** Browsers name the page that asks; it must be one of ours. Programs send no Origin and hold a token or nothing. */
export function isOwnOrigin(
  headers: Pick<IncomingHttpHeaders, 'origin' | 'host'> & { forwardedHost?: string },
): boolean {
  if (headers.origin === undefined) return true;
  let host: string;
  try {
    host = new URL(headers.origin).host;
  } catch {
    return false;
  }
  return host === headers.host || host === headers.forwardedHost;
}

/** Refuses requests that change something when they come from another site's page. */
export const checkOrigin: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers;
  const forwarded = request.headers['x-forwarded-host'];
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const isOwn = isOwnOrigin({
    origin,
    host,
    forwardedHost: typeof forwarded === 'string' ? forwarded : undefined,
  });
  if (!isReading && !isOwn) refuse('protocol/bad_message');
  next();
};
