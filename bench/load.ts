import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the load generator is to do; it is a process of its own, so that its CPU time is not the server's. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Whole HTTP/1.1 requests, sent in turn; two of a pair go over one connection, the second after the first. */
  readonly requests: readonly (string | readonly [string, string])[];
  /** Sends the list once when absent, otherwise again and again for so long. */
  readonly seconds?: number | undefined;
}

export interface LoadResult {
  /** an answered pair is one */
  readonly answered: number;
  readonly seconds: number;
  /** how many answers had which status; 'error' for a broken connection */
  readonly statuses: Readonly<Record<string, number>>;
  /** milliseconds from a request to its answer */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** milliseconds from the start to the last answer of each status */
  readonly last: Readonly<Record<string, number>>;
  /** CPU seconds the generator itself used */
  readonly cpu: number;
}

/** Stands in the second request of a pair for the `id` that the first was answered with: as long as a UUID. */
export const answeredId = '#'.repeat(36);

/** Sends the requests from a process of its own and answers with what came back. */
export function sendLoad(load: Load): Promise<LoadResult> {
  const { promise, resolve, reject } = Promise.withResolvers<LoadResult>();
  const child = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)));
  child.once('message', (result) => resolve(result as LoadResult));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)));
  child.send(load);
  return promise;
}

/** One HTTP request as it goes over the wire. */
export function httpRequest(request: {
  method?: 'GET' | 'POST' | 'DELETE';
  path: string;
  token?: string;
  json?: object;
  headers?: Readonly<Record<string, string>>;
}): string {
  const { method = 'GET', path, token, json, headers = {} } = request;
  const body = json === undefined ? '' : JSON.stringify(json);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
    ...(json === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
