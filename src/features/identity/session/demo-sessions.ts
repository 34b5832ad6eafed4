import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { hashToken, newToken, sessionLength } from './session.ts';
import '../tables.ts';

/**
 * Sessions for `citizen-1@demo.example` to `citizen-<n>@demo.example`, for load generators: one statement for thousands,
 * no passwords. Answers with the tokens in that order; fewer when there are fewer such accounts.
 */
export async function demoSessions(deps: Deps, n: number): Promise<string[]> {
  const now = deps.clock.now();
  const tokens: string[] = [];
  for (let first = 1; first <= n; first += chunk) {
    const accounts = await findAccounts(deps, first, Math.min(n, first + chunk - 1));
    if (accounts.length === 0) break;
    const made = accounts.map(() => newToken());
    const hashes = made.map((token) => hashToken(deps.secrets, token));
    await sql`
      INSERT INTO session (token_hash, account_id, created_at, expires_at)
      SELECT hash, account, ${now}, ${now.add(sessionLength)}
      FROM unnest(${hashes}::bytea[], ${accounts}::int[]) AS made (hash, account)`.execute(deps.db);
    tokens.push(...made);
  }
  return tokens;
}

const chunk = 10_000;

async function findAccounts(deps: Deps, first: number, last: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM generate_series(${first}::int, ${last}::int) AS n
    JOIN account a ON lower(a.email) = 'citizen-' || n || '@demo.example' AND a.demo
    ORDER BY n`.execute(deps.db);
  return rows.map((row) => row.id);
}
