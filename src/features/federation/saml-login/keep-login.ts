import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { languageOrItalian, type Language } from '#platform/language.ts';
import type { KeptRequest } from '../saml/check-response.ts';
import type { SamlProfile } from '../saml/profile.ts';
import '../tables.ts';
import { loginMinutes } from './browser-mark.ts';

/** A question that somebody took to a provider. */
export interface BegunLogin extends KeptRequest {
  readonly profile: SamlProfile['name'];
  readonly provider: string;
  readonly browser: Buffer;
  readonly intent: string | undefined;
  readonly language: Language;
}

export async function keepLogin(db: Db, secrets: Secrets, login: BegunLogin & { xml: string }): Promise<void> {
  await db
    .insertInto('saml_login')
    .values({
      request_id: login.requestId,
      profile: login.profile,
      provider: login.provider,
      browser_key: login.browser,
      level: login.level,
      attribute_set: login.set,
      intent: login.intent ?? null,
      language: login.language,
      request_cipher: secrets.encrypt(login.xml),
      requested_at: login.requestedAt,
      expires_at: login.requestedAt.add({ minutes: loginMinutes }),
      answered_at: null,
      outcome: null,
      response_cipher: null,
    })
    .execute();
}

export type AnswerFault = 'unknown-request' | 'used-before' | 'expired' | 'other-browser';

/**
 * Takes an answer for its question, once: whoever comes second, too late or from another browser finds nothing. The answer
 * is kept with it, good or not.
 */
export async function takeAnswer(
  db: Db,
  secrets: Secrets,
  answer: { requestId: string; profile: SamlProfile['name']; browsers: Buffer[]; xml: string; now: Temporal.Instant },
): Promise<{ ok: true; login: BegunLogin } | { ok: false; reason: AnswerFault }> {
  const { requestId, profile, browsers, xml, now } = answer;
  const row = await db
    .updateTable('saml_login')
    .set({ answered_at: now, response_cipher: secrets.encrypt(xml) })
    .where('request_id', '=', requestId)
    .where('profile', '=', profile)
    .where('answered_at', 'is', null)
    .where('expires_at', '>', now)
    .where('browser_key', '=', sql<Buffer>`ANY (${browsers}::bytea[])`)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return { ok: false, reason: await whyNot(db, answer) };
  return {
    ok: true,
    login: {
      requestId,
      profile,
      provider: row.provider,
      browser: row.browser_key,
      level: row.level,
      set: row.attribute_set,
      intent: row.intent ?? undefined,
      language: languageOrItalian(row.language),
      requestedAt: row.requested_at,
    },
  };
}

/** What became of it: `logged-in`, or what was wrong. */
export async function noteOutcome(db: Db, requestId: string, outcome: string): Promise<void> {
  await db.updateTable('saml_login').set({ outcome }).where('request_id', '=', requestId).execute();
}

async function whyNot(
  db: Db,
  { requestId, profile, now }: { requestId: string; profile: SamlProfile['name']; now: Temporal.Instant },
): Promise<AnswerFault> {
  const row = await db
    .selectFrom('saml_login')
    .select(['answered_at', 'expires_at'])
    .where('request_id', '=', requestId)
    .where('profile', '=', profile)
    .executeTakeFirst();
  if (row === undefined) return 'unknown-request';
  if (row.answered_at !== null) return 'used-before';
  return Temporal.Instant.compare(row.expires_at, now) <= 0 ? 'expired' : 'other-browser';
}
