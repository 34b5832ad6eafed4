import { type RawBuilder, sql } from 'kysely';

/**
 * Where a booking's e-mails go, as SQL over aliases of its row and of its account's. An address that the office has put
 * right comes first, then the account's: it is the one kept up to date and proved; at the desk an address may be left
 * without an account. One whose e-mail comes back gives way to the other. Null when there is none.
 */
export function writtenTo(booking: string, account: string): RawBuilder<string | null> {
  const [own, corrected] = [sql.ref(`${booking}.contact_email`), sql.ref(`${booking}.contact_corrected_at`)];
  // An account that was closed has no address of anybody.
  const accounts = sql`CASE WHEN ${sql.ref(`${account}.closed_at`)} IS NULL THEN ${sql.ref(`${account}.email`)} END`;
  const works = (address: RawBuilder<unknown>) =>
    sql`NOT EXISTS (SELECT FROM email_failure f WHERE f.address = lower(${address}))`;
  return sql<string | null>`coalesce(
    CASE WHEN ${corrected} IS NOT NULL AND ${works(own)} THEN ${own} END,
    CASE WHEN ${works(accounts)} THEN ${accounts} END,
    CASE WHEN ${works(own)} THEN ${own} END,
    CASE WHEN ${corrected} IS NOT NULL THEN ${own} END,
    ${accounts},
    ${own})`;
}
