import { defineTexts } from '../texts.ts';
import type { Language } from '../language.ts';

/** One wrong field of a request. `reason` is stable, `message` is for people. */
export interface FieldError {
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}

/** Problem details (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
}

/** Thrown by routes to end with a problem: a page in the site, problem+json in the API. Not for a verb's refusals. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly reason: string;
  readonly detail: string | undefined;
  readonly extensions: Record<string, unknown>;
  readonly headers: Record<string, string>;
  constructor(
    status: number,
    reason: string,
    more: { detail?: string; extensions?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(`${status} ${reason}`);
    this.status = status;
    this.reason = reason;
    this.detail = more.detail;
    this.extensions = more.extensions ?? {};
    this.headers = more.headers ?? {};
  }
}

export const notFound = (reason = 'not-found'): HttpProblem => new HttpProblem(404, reason);

/** Titles of the problems that any route may answer with. Features add theirs with `problem(…, title)`. */
export const problemTexts = defineTexts('platform/problem', {
  it: {
    'not-found': 'Non trovato',
    'bad-request': 'Richiesta non valida',
    'malformed-json': 'Il contenuto non è JSON valido',
    'invalid-request': 'Alcuni dati non sono validi',
    'body-too-large': 'Il contenuto è troppo grande',
    'unsupported-media-type': 'Tipo di contenuto non accettato',
    'method-not-allowed': 'Metodo non accettato',
    'not-logged-in': 'Serve l’accesso',
    forbidden: 'Non hai il permesso',
    'wrong-csrf': 'La pagina era aperta da troppo tempo',
    'too-many-requests': 'Troppe richieste: riprova tra poco',
    'idempotency-key-reused': 'La chiave di idempotenza è già stata usata per un’altra richiesta',
    overloaded: 'Il servizio è molto carico: riprova tra poco',
    'out-of-order': 'Questa parte del servizio adesso non funziona: riprova più tardi',
    'internal-error': 'Errore del servizio',
    'database-unavailable': 'Il servizio non è disponibile: riprova tra poco',
  },
  en: {
    'not-found': 'Not found',
    'bad-request': 'The request is not valid',
    'malformed-json': 'The body is not valid JSON',
    'invalid-request': 'Some of the data are not valid',
    'body-too-large': 'The body is too large',
    'unsupported-media-type': 'This content type is not accepted',
    'method-not-allowed': 'This method is not accepted',
    'not-logged-in': 'You need to log in',
    forbidden: 'You may not do this',
    'wrong-csrf': 'The page had been open for too long',
    'too-many-requests': 'Too many requests: try again soon',
    'idempotency-key-reused': 'The idempotency key has already been used for another request',
    overloaded: 'The service is very busy: try again soon',
    'out-of-order': 'This part of the service does not work at the moment: try again later',
    'internal-error': 'The service failed',
    'database-unavailable': 'The service is not available: try again soon',
  },
});

/** A problem document; `type` ends in the stable reason. */
export function problem(
  status: number,
  reason: string,
  title: string,
  more: { detail?: string; errors?: readonly FieldError[] } & Record<string, unknown> = {},
): Problem {
  return { type: `https://turno.example/problems/${reason}`, title, status, ...more };
}

/** The title of a platform problem, or the reason itself when a feature gave none. */
export function problemTitle(reason: string, language: Language, status = 400): string {
  const t = problemTexts.for(language);
  if (problemTexts.has(reason)) return t(reason);
  return t(status === 404 ? 'not-found' : 'bad-request');
}
