import type pg from 'pg';
import { languageOrItalian } from '#platform/language.ts';
import type { EmailFailureReason } from './account/email-failure.ts';
import { addressOf } from './doors/no-address.ts';
import type { Idle } from './own-sessions/idle.ts';
import { secondFactorSql } from './second-factor/second-factor.sql.ts';
import { ruleByItself } from './second-factor/access-rule.query.ts';
import type { HeldRole, LackingFactor, LoginLevel, LoginScheme, Viewer } from './viewer.ts';

export interface LiveSession {
  readonly viewer: Viewer;
  readonly expiresAt: Temporal.Instant;
  /** null: no automatic logout */
  readonly idle: Idle | null;
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
  password_end: { lastDay: string; over: boolean } | null;
  work: { roles: HeldRole[]; lacking: { state: LackingFactor['state']; until?: string } | null } | null;
  seen_at: Temporal.Instant | null;
  idle_minutes: number | null;
  shared: boolean;
}

// Citizens have no roles: asking first whether there are any halves the time of a large batch.
const lackingSql = secondFactorSql({ byItself: '$3::boolean', grace: '$4::int', now: '$5::timestamptz' });
const statement = `
  SELECT s.token_hash, s.expires_at, s.scheme, s.level, a.id, a.email, a.email_verified_at IS NOT NULL AS verified,
         a.given_name, a.family_name, a.language, a.must_change_password, a.restricted_until,
         (SELECT f.reason FROM email_failure f WHERE f.address = lower(a.email)) AS email_failure,
         CASE WHEN EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id) THEN jsonb_build_object('roles', (
           SELECT jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeCode', o.code, 'siteIds',
                   CASE WHEN r.with_sites THEN (SELECT coalesce(jsonb_agg(c.id), '[]') FROM office c WHERE c.parent_id = r.office_id) END)
                            ORDER BY o.code, r.role)
           FROM account_role r LEFT JOIN office o ON o.id = r.office_id
           WHERE r.account_id = a.id), 'lacking', ${lackingSql}) END AS work,
         s.seen_at, s.idle_minutes, s.shared,
         CASE WHEN s.scheme = 'local' THEN (
           SELECT jsonb_build_object('lastDay', r.last_use_day, 'over', r.last_use_day < d.today)
           FROM local_account_rule r JOIN office o ON o.id = a.office_id AND o.kind = 'consular',
                LATERAL (SELECT ($5::timestamptz AT TIME ZONE 'Europe/Rome')::date AS today) d
           WHERE r.last_use_day - r.warn_days <= d.today) END AS password_end
  FROM session s
  JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = ANY($1::bytea[]) AND ($2::boolean OR NOT a.demo)`;

/**
 * The sessions behind hashed tokens, in one question for all; null where there is none, and for people of the demo set
 * unless the demo is on. Expiry is the caller's matter.
 */
export async function findSessions(
  pool: pg.Pool,
  { hashes, demo, now }: { hashes: readonly Buffer[]; demo: boolean; now: Temporal.Instant },
): Promise<(LiveSession | null)[]> {
  const { secondFactor, graceDays } = ruleByItself({ demo });
  const values = [hashes, demo, secondFactor, graceDays, now.toString()];
  const { rows } = await pool.query<Row>({ name: 'identity-sessions', text: statement, values });
  const found = new Map(rows.map((row) => [row.token_hash.toString('base64'), toSession(row)]));
  return hashes.map((hash) => found.get(hash.toString('base64')) ?? null);
}

function toSession(row: Row): LiveSession {
  const lacking = row.work?.lacking ?? null;
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
    roles: row.work?.roles ?? [],
    passwordEnd: row.work === null ? passwordEnd(row.password_end) : null,
    secondFactor: lacking && {
      state: lacking.state,
      until: lacking.until === undefined ? null : Temporal.Instant.from(lacking.until),
    },
  };
  const { seen_at: seenAt, idle_minutes: minutes, shared } = row;
  const idle = seenAt === null || minutes === null ? null : { seenAt, minutes, shared };
  return { viewer, expiresAt: row.expires_at, idle };
}

// Only of citizens: those who work are asked for a second factor instead.
function passwordEnd(row: Row['password_end']): Viewer['passwordEnd'] {
  return row && { lastDay: Temporal.PlainDate.from(row.lastDay), over: row.over };
}
