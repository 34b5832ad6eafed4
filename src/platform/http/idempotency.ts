import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Db, Tx } from '../database.ts';
import type { Secrets } from '../secrets.ts';
import { transact } from '../transaction.ts';
import { sendProblem } from './errors.ts';
import { fieldError } from './form.ts';
import { HttpProblem, type Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    secrets: Secrets;
  }
}

/** An answer that can be given again byte for byte. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface IdempotentRequest {
  readonly caller: string;
  readonly key: string;
  readonly bodyHash: Buffer;
  /** Answers hold what people wrote, so they are kept encrypted. */
  readonly secrets: Secrets;
  /** What is said when the key was used for another request. */
  readonly reused: HttpProblem;
}

/**
 * The key of a write, scoped to its caller; undefined when the client sent none. `body` is what makes two requests the
 * same, where that is not all that was sent.
 */
export function idempotencyOf(
  request: FastifyRequest,
  caller: string,
  body: unknown = request.body,
): IdempotentRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key.length < 1 || key.length > 128) {
    throw keyProblem(request, 'invalid-request', 'key-length');
  }
  const { secrets } = request.server;
  const bodyHash = secrets.hash('caller', `${request.method} ${request.url}\n${JSON.stringify(body ?? null)}`);
  return { caller, key, bodyHash, secrets, reused: keyProblem(request, 'idempotency-key-reused', 'key-reused') };
}

/** The caller of a write that needs no login: whoever asks from one network address. */
export function anonymousCaller(request: FastifyRequest): string {
  return `n:${request.server.secrets.hash('caller', `address ${request.ip}`).toString('base64url')}`;
}

function keyProblem(request: FastifyRequest, reason: string, fault: string): HttpProblem {
  const errors = [fieldError('Idempotency-Key', fault, request.language)];
  return new HttpProblem(422, reason, { extensions: { errors } });
}

/**
 * Runs a verb of the API once for each idempotency key: the answer is kept in the transaction that did the work, so a
 * crash leaves either both or neither. A refusal keeps nothing but its answer.
 */
export async function once(
  db: Db,
  request: IdempotentRequest | undefined,
  at: Temporal.Instant,
  verb: (tx: Tx) => Promise<ApiAnswer>,
): Promise<ApiAnswer & { text?: string }> {
  if (request === undefined) {
    return (await transact(db, async (tx) => keep(await verb(tx)))).answer;
  }
  const earlier = await find(db, request);
  if (earlier) return earlier;
  const result = await transact(db, async (tx) => {
    // The row is written first: a second request with the same key waits here until the first is decided.
    const mine = await sql`
      INSERT INTO idempotent_answer (caller, key, body_hash, created_at)
      VALUES (${request.caller}, ${request.key}, ${request.bodyHash}, ${at}) ON CONFLICT DO NOTHING`.execute(tx);
    if (mine.numAffectedRows === 0n) return { ok: false as const, answer: undefined };
    const decided = keep(await verb(tx));
    if (decided.ok) await store(tx, request, decided.answer);
    return decided;
  });
  if (result.answer === undefined)
    return (await find(db, request)) ?? Promise.reject(new HttpProblem(503, 'overloaded'));
  if (!result.ok && result.answer.status < 500) {
    const kept = await sql`
      INSERT INTO idempotent_answer (caller, key, body_hash, status, body_cipher, created_at)
      VALUES (${request.caller}, ${request.key}, ${request.bodyHash}, ${result.answer.status},
              ${bodyCipher(request, result.answer)}, ${at}) ON CONFLICT DO NOTHING`.execute(db);
    // The other of two clicks was answered meanwhile: both are told the same.
    if (kept.numAffectedRows === 0n) return (await find(db, request)) ?? result.answer;
  }
  return result.answer;
}

/**
 * The same for work that cannot be one transaction, such as counting a try that fails: its answer is kept after it. Only
 * for what does no harm when it is done again.
 */
export async function onceAfter(
  db: Db,
  request: IdempotentRequest | undefined,
  at: Temporal.Instant,
  work: () => Promise<ApiAnswer>,
): Promise<ApiAnswer & { text?: string }> {
  const earlier = request && (await find(db, request));
  if (earlier) return earlier;
  const answer = await work();
  return once(db, request, at, async () => answer);
}

/** Sends an answer; one with status 400 or more is a problem. */
export function sendAnswer(reply: FastifyReply, answer: ApiAnswer & { text?: string }): FastifyReply {
  if (answer.status === 204) return reply.code(204).header('cache-control', 'no-store').send();
  // A refusal's body was made by problem().
  if (answer.status >= 400 && answer.text === undefined) return sendProblem(reply, answer.body as Problem);
  const type = answer.status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8';
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .type(type)
    .serializer((payload: unknown) => String(payload))
    .send(answer.text ?? JSON.stringify(answer.body));
}

/** The stored answer of an earlier request with this key; a key used for another request is refused. */
async function find(db: Db, request: IdempotentRequest): Promise<StoredAnswer | undefined> {
  const stored = await storedAnswer(db, request);
  if (stored === 'of-another-request') throw request.reused;
  return stored;
}

export type StoredAnswer = ApiAnswer & { readonly text: string };

/** What is kept for this key: undefined while nothing is, or while the answer is to be made again from a hold's row. */
export async function storedAnswer(
  db: Db,
  request: IdempotentRequest,
): Promise<StoredAnswer | 'of-another-request' | undefined> {
  const { rows } = await sql<{ body_hash: Buffer; status: number | null; body_cipher: Buffer | null }>`
    SELECT body_hash, status, body_cipher FROM idempotent_answer
    WHERE caller = ${request.caller} AND key = ${request.key}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  if (!row.body_hash.equals(request.bodyHash)) return 'of-another-request';
  if (row.status === null || row.body_cipher === null) return undefined;
  return { status: row.status, body: undefined, text: request.secrets.decrypt(row.body_cipher) };
}

async function store(tx: Tx, request: IdempotentRequest, answer: ApiAnswer): Promise<void> {
  await sql`
    UPDATE idempotent_answer SET status = ${answer.status}, body_cipher = ${bodyCipher(request, answer)}
    WHERE caller = ${request.caller} AND key = ${request.key}`.execute(tx);
}

function bodyCipher({ secrets }: IdempotentRequest, answer: ApiAnswer): Buffer {
  return secrets.encrypt(JSON.stringify(answer.body));
}

function keep(answer: ApiAnswer): { ok: boolean; answer: ApiAnswer } {
  return { ok: answer.status < 400, answer };
}
