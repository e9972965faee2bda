/** Sends HTTP requests as hostile programs do: from any loopback address, with any method, path, headers and body. */

import { Agent, request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';

export interface HttpRequest {
  method: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Uint8Array;
  /** The address to come from, such as 127.0.0.2; the system's choice where there is none. */
  localAddress?: string;
}

export interface HttpAnswer {
  /** 0 where the connection ended without an answer. */
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The code of a refusal, where the answer has one. */
  code: string | null;
  millis: number;
}

/** Longer than any honest answer takes; a request that gets none ends as one without an answer. */
const PATIENCE_MS = 15_000;

const agents = new Map<string, Agent>();

function agentOf(localAddress: string): Agent {
  const known = agents.get(localAddress);
  if (known) return known;
  /* Sockets are used again, as browsers do; else a burst would run out of ports. */
  const agent = new Agent({ keepAlive: true, maxSockets: 24, ...(localAddress ? { localAddress } : {}) });
  agents.set(localAddress, agent);
  return agent;
}

export function closeConnections(): void {
  for (const agent of agents.values()) agent.destroy();
  agents.clear();
}

function codeIn(text: string): string | null {
  try {
    const answer = JSON.parse(text) as { error?: { code?: unknown } | string } | null;
    const error = answer?.error;
    const code = typeof error === 'object' ? error?.code : error;
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}

export function sendHttp(url: string, wanted: HttpRequest): Promise<HttpAnswer> {
  const { hostname, port } = new URL(url);
  const startMs = performance.now();
  const answer = (status: number, headers: HttpAnswer['headers'] = {}, text = ''): HttpAnswer => ({
    status,
    headers,
    text,
    code: codeIn(text),
    millis: performance.now() - startMs,
  });
  return new Promise((resolve) => {
    const { method, path, headers, body, localAddress = '' } = wanted;
    const request = httpRequest({
      host: hostname === 'localhost' ? '127.0.0.1' : hostname,
      port,
      method,
      path,
      agent: agentOf(localAddress),
      headers: { host: `${hostname}:${port}`, ...headers },
    });
    request.setTimeout(PATIENCE_MS, () => request.destroy());
    request.on('error', () => resolve(answer(0)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve(answer(response.statusCode ?? 0, response.headers)));
      response.on('end', () =>
        resolve(answer(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString('utf8'))),
      );
    });
    request.end(body);
  });
}

/** Posts JSON and reads the answer as JSON. */
export async function postJson<Reply>(
  url: string,
  path: string,
  body: unknown,
  options: Pick<HttpRequest, 'localAddress' | 'headers'> = {},
): Promise<HttpAnswer & { reply: Reply }> {
  const headers = { 'content-type': 'application/json', ...options.headers };
  const text = JSON.stringify(body);
  const answer = await sendHttp(url, { ...options, method: 'POST', path, headers, body: text });
  let reply: unknown = null;
  try {
    reply = JSON.parse(answer.text);
  } catch {
    /* No JSON: whoever needs the reply looks at the status first. */
  }
  return { ...answer, reply: reply as Reply };
}

/** Whether this machine lets a program come from other loopback addresses than 127.0.0.1; macOS does not by itself. */
export function hasManyAddresses(): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(0, '127.0.0.2', () => server.close(() => resolve(true)));
  });
}
