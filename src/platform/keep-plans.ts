import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Statements with fewer joins are planned in less than a millisecond. */
const manyJoins = 6;
const mostKnown = 2_000;

const names = new Map<string, string | undefined>();

/**
 * Statements that join many tables are planned once for each connection instead of each time: finding a booking with all that
 * belongs to it took fifteen milliseconds to plan and one to carry out. Others stay as they are, since each kept plan costs
 * memory in every connection; PostgreSQL itself goes on planning those whose best plan depends on the values.
 */
export function keepPlans(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
  const planned = (...asked: unknown[]): unknown => {
    const [text, values, ...rest] = asked;
    const name = typeof text === 'string' && rest.length === 0 ? nameOf(text) : undefined;
    return name === undefined ? query(...asked) : query({ name, text, values });
  };
  // One of pg's many signatures, all of which it still takes.
  client.query = planned as typeof client.query;
}

function nameOf(text: string): string | undefined {
  if (names.has(text)) return names.get(text);
  if (names.size >= mostKnown) names.clear();
  const joins = text.match(/\bjoin\b/gi)?.length ?? 0;
  const name = joins < manyJoins ? undefined : createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}
