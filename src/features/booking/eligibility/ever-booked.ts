import type pg from 'pg';
import { microBatch } from '#platform/micro-batch.ts';

type Ask = (accountId: number) => Promise<boolean>;

const askers = new WeakMap<pg.Pool, Ask>();

/**
 * Whether an account has ever booked. Most of a crowd before a waiting room has not, and is asked about together: the rules
 * that look at what was booked cost such people nothing.
 */
export function everBooked(pool: pg.Pool): Ask {
  const known = askers.get(pool);
  if (known) return known;
  const batch = microBatch<number, boolean>({
    run: async (ids) => {
      const { rows } = await pool.query<{ id: number }>({ ...statement, values: [ids] });
      const found = new Set(rows.map(({ id }) => id));
      return ids.map((id) => found.has(id));
    },
    lanes: 1,
    most: 500,
    queue: 50_000,
  });
  askers.set(pool, batch.submit);
  return batch.submit;
}

const statement = {
  name: 'ever-booked',
  text: 'SELECT a AS id FROM unnest($1::int[]) a WHERE EXISTS (SELECT FROM booking b WHERE b.account_id = a)',
};
