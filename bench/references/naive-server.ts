import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';

// What most systems do: lock the slot's row, look, insert, count, commit. Each step is a round trip.
const pool = new pg.Pool({ connectionString: process.argv[2] ?? '', max: 10 });
const app = fastify();

app.post<{ Body: { slot: number; person: number } }>('/holds', async ({ body }, reply) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ free: number }>({
      name: 'look',
      text: 'SELECT capacity - taken AS free FROM reference.seat_slot WHERE id = $1 FOR UPDATE',
      values: [body.slot],
    });
    if ((rows[0]?.free ?? 0) < 1) {
      await client.query('ROLLBACK');
      return await reply.code(409).send({ type: 'slot-full' });
    }
    await client.query({
      name: 'insert',
      text: `INSERT INTO reference.seat_hold (slot, person, key, expires_at) VALUES ($1, $2, $3, now() + interval '10 minutes')`,
      values: [body.slot, body.person, randomUUID()],
    });
    await client.query({
      name: 'count',
      text: 'UPDATE reference.seat_slot SET taken = taken + 1 WHERE id = $1',
      values: [body.slot],
    });
    await client.query('COMMIT');
    return await reply.code(201).send({ slot: body.slot, party: 1 });
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
});

await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
if (typeof address === 'object' && address !== null) process.send?.(address.port);
