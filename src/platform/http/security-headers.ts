import { ServerResponse } from 'node:http';
import type { IncomingMessage } from 'node:http';
import helmet from 'helmet';

/** Everything comes from this site, scripts and styles stand in files of their own, and no other site frames a page. */
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
};

/**
 * The policy of the worker that looks at the camera's picture: it alone may run WebAssembly, which browsers take for `eval`.
 * A worker goes by the policy that its own file is sent with, so no page needs the permission.
 */
export function policyOfWasmWorker(policy: string): string {
  return policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
}

/**
 * The headers that every answer carries, asked of helmet once: they are the same for all answers, and writing them anew
 * for each cost more than anything else of a prepared page (measured: a third of it).
 */
export function securityHeaders(options: { secure: boolean }): Readonly<Record<string, string>> {
  const write = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    hsts: options.secure,
    referrerPolicy: { policy: 'same-origin' },
  });
  const sheet = new ServerResponse({ method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1 } as IncomingMessage);
  write({} as IncomingMessage, sheet, (fault) => {
    if (fault !== undefined) throw new Error('the security headers cannot be written', { cause: fault });
  });
  return Object.fromEntries(Object.entries(sheet.getHeaders()).map(([name, value]) => [name, String(value)]));
}
