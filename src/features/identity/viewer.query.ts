import type pg from 'pg';
import { languageOrItalian } from '#platform/language.ts';
import type { EmailFailureReason } from './account/email-failure.ts';
import { addressOf } from './doors/no-address.ts';
import type { HeldRole, LoginLevel, LoginScheme, Viewer } from './viewer.ts';

export interface LiveSession {
  readonly viewer: Viewer;
  readonly expiresAt: Temporal.Instant;
}

interface Row {
  token_hash: Buffer;
  expires_at: Temporal.Instant;
  scheme: LoginScheme;
  level: LoginLevel;
  id: number;
  email: string;
  verified: boolean;
  email_failure: EmailFailureReason | null;
  given_name: string;
  family_name: string;
  language: string;
  must_change_password: boolean;
  restricted_until: Temporal.Instant | null;
  roles: HeldRole[] | null;
}

// Citizens have no roles: asking first whether there are any halves the time of a large batch.
const statement = `
  SELECT s.token_hash, s.expires_at, s.scheme, s.level, a.id, a.email, a.email_verified_at IS NOT NULL AS verified,
         a.given_name, a.family_name, a.language, a.must_change_password, a.restricted_until,
         (SELECT f.reason FROM email_failure f WHERE f.address = lower(a.email)) AS email_failure,
         CASE WHEN EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id) THEN (
           SELECT jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeCode', o.code, 'siteIds',
                   CASE WHEN r.with_sites THEN (SELECT coalesce(jsonb_agg(c.id), '[]') FROM office c WHERE c.parent_id = r.office_id) END)
                            ORDER BY o.code, r.role)
           FROM account_role r LEFT JOIN office o ON o.id = r.office_id
           WHERE r.account_id = a.id) END AS roles
  FROM session s
  JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = ANY($1::bytea[]) AND ($2::boolean OR NOT a.demo)`;

/**
 * The sessions behind hashed tokens, in one question for all; null where there is none, and for people of the demo set
 * unless the demo is on. Expiry is the caller's matter.
 */
export async function findSessions(
  pool: pg.Pool,
  { hashes, demo }: { hashes: readonly Buffer[]; demo: boolean },
): Promise<(LiveSession | null)[]> {
  const { rows } = await pool.query<Row>({ name: 'identity-sessions', text: statement, values: [hashes, demo] });
  const found = new Map(rows.map((row) => [row.token_hash.toString('base64'), toSession(row)]));
  return hashes.map((hash) => found.get(hash.toString('base64')) ?? null);
}

function toSession(row: Row): LiveSession {
  const viewer: Viewer = {
    accountId: row.id,
    scheme: row.scheme,
    level: row.level,
    email: addressOf(row.email),
    emailVerified: row.verified,
    emailFailure: row.email_failure,
    givenName: row.given_name,
    familyName: row.family_name,
    language: languageOrItalian(row.language),
    mustChangePassword: row.must_change_password,
    restrictedUntil: row.restricted_until,
    roles: row.roles ?? [],
  };
  return { viewer, expiresAt: row.expires_at };
}
