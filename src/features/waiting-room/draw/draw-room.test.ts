import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { lottery } from '#test/build-proof.ts';
import { useDeps } from '#test/deps.ts';
import type { Mixing } from '../tables.ts';
import { joinBatch, type JoinRequest } from '../ticket/join-batch.ts';
import { announceDraw } from './announce-draw.ts';
import { drawRoom } from './draw-room.ts';
import { enterValue } from './enter-value.ts';
import type { Proof } from './proof.ts';
import { proofOf } from './proof.query.ts';
import { releaseOrders } from './release-orders.ts';
import { ticketReceipt } from './ticket-receipt.ts';
import { verify } from './verify.ts';

const deps = useDeps();
const at = (text: string) => Temporal.Instant.from(text);
const joins = at('2026-12-01T09:00:00Z');
const closes = at('2026-12-10T09:00:00Z');
const opens = at('2026-12-13T09:00:00Z');
const valueDay = at('2026-12-12T20:00:00Z');
let made = 0;

/** A room whose draw is promised, with some who joined in time. */
async function room({ mixing = lottery, people = 5 }: { mixing?: Mixing | null; people?: number } = {}) {
  const { db, secrets } = deps.current;
  const office = await buildOffice(db);
  made += 1;
  const code = `batch-${office.plannerId}-${made}`;
  const { id } = await db
    .insertInto('room')
    .values({
      code,
      office_id: office.officeId,
      release_id: null,
      cause: 'planned',
      ordering: 'draw',
      state: 'announced',
      joins_at: joins,
      closes_at: closes,
      opens_at: opens,
      gated_from: opens,
      gated_to: opens,
      drawn: null,
      created_by: null,
      created_at: joins.subtract({ hours: 24 }),
      ended_at: null,
      outcome: null,
      advanced_at: null,
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('room_planner').values({ room_id: id, planner_id: office.plannerId }).execute();
  const now = joins.subtract({ hours: 24 });
  const announced = await transact(db, (tx) => announceDraw(tx, secrets, { roomId: id, mixing, now }));
  expect(announced.ok).toBe(true);
  for (let person = 1; person <= people; person += 1)
    await join(id, office.offeringId, person, joins.add({ minutes: person }));
  return { id, code, ...office };
}

async function join(roomId: number, offeringId: number, person: number, now: Temporal.Instant) {
  const request = {
    roomId,
    offeringId,
    accountId: null,
    enteredBy: null,
    pseudonym: String(person).padStart(32, '0'),
    keys: [Buffer.from(`person ${person}`)],
    people: Buffer.alloc(0),
    own: false,
    proved: false,
    weight: 1,
    channel: 'web',
    language: 'it',
    device: 'phone',
    now,
  } as JoinRequest;
  return joinBatch(deps.current.pool, [request]);
}

const draw = (roomId: number, now: Temporal.Instant) => drawRoom(deps.current, { roomId, now });
const proof = async (code: string) => (await proofOf(deps.current.db, code)) as Proof;
const enter = (office: { id: number; officeId: number }, accountId: number, typed: string, now = valueDay) =>
  transact(deps.current.db, (tx) =>
    enterValue(tx, { officeId: office.officeId, roomId: office.id, accountId, typed, now }),
  );
let operators = 0;
const operator = () => buildAccount(deps.current.db, `operator-${++operators}@prova.example`);

describe('a draw with a public value', () => {
  it('goes from the promise to an order that anybody finds again', async () => {
    const one = await room();
    expect(verify(await proof(one.code))).toMatchObject({ result: 'not-revealed', awaits: 'closing' });
    expect((await proof(one.code)).seed).toBeNull();
    expect(await draw(one.id, closes.subtract({ seconds: 1 }))).toBe('not-due');
    expect(await draw(one.id, closes)).toBe('awaiting-value');
    const closed = await proof(one.code);
    expect(verify(closed)).toMatchObject({ result: 'not-revealed', awaits: 'public-value' });
    expect(closed.seed).toMatch(/^[0-9a-f]{64}$/);
    const [first, second] = [await operator(), await operator()];
    expect(await enter(one, first, '81 45 3 29 17')).toEqual({ ok: true, step: 'first' });
    expect(await enter(one, first, '81 45 3 29 17')).toEqual({ ok: false, reason: 'same-operator' });
    expect(await enter(one, second, '3-17-29-45-81')).toEqual({ ok: true, step: 'agreed' });
    expect(await draw(one.id, valueDay)).toBe('drawn');
    const drawn = await proof(one.code);
    expect(verify(drawn)).toMatchObject({ ok: true, result: 'correct' });
    expect(drawn.drawn?.places.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(drawn.publicValue).toBe('3-17-29-45-81');
    const receipt = await ticketReceipt(deps.current, { roomId: one.id, number: 2 });
    expect(verify(drawn, { receipt })).toMatchObject({ ok: true });
    const logged = await sql<{ action: string }>`
      SELECT action FROM audit_entry WHERE subject = ${`draw:${one.code}`} ORDER BY id`.execute(deps.current.db);
    expect(logged.rows.map(({ action }) => action)).toEqual(['draw-value-first', 'draw-value-agreed']);
  });

  it('shows both what they typed where two operators differ, and both type again', async () => {
    const one = await room();
    await draw(one.id, closes);
    const [first, second] = [await operator(), await operator()];
    await enter(one, first, '1 2 3 4 5');
    expect(await enter(one, second, '1 2 3 4 6')).toMatchObject({
      step: 'different',
      first: '1-2-3-4-5',
      second: '1-2-3-4-6',
    });
    expect(await enter(one, second, '1 2 3 4 5')).toMatchObject({ step: 'first' });
    expect(await enter(one, first, '1 2 3 4 5')).toMatchObject({ step: 'agreed' });
    expect(await enter(one, first, '1 2 3 4 6')).toMatchObject({ reason: 'already-there' });
  });

  it('takes a value only once the joining is over, from its day on, and in its form', async () => {
    const one = await room();
    const first = await operator();
    expect(await enter(one, first, '1 2 3 4 5')).toMatchObject({ reason: 'not-awaited' });
    await draw(one.id, closes);
    expect(await enter(one, first, '1 2 3 4 5', closes.add({ hours: 1 }))).toMatchObject({ reason: 'too-early' });
    for (const typed of ['', '1 2 3 4', '1 2 3 4 4', '1 2 3 4 91', '0 1 2 3 4', 'uno due'])
      expect(await enter(one, first, typed)).toMatchObject({ reason: 'not-in-form' });
    expect(await enter({ ...one, officeId: one.officeId + 1000 }, first, '1 2 3 4 5')).toMatchObject({
      reason: 'not-found',
    });
  });

  it('fixes the list once: those who join after the closing queue behind, and whoever leaves keeps no place', async () => {
    const one = await room({ mixing: null });
    await sql`UPDATE ticket SET state = 'left' WHERE room_id = ${one.id} AND number = 2`.execute(deps.current.db);
    // The clock has passed the closing, and nobody has closed the room yet.
    await join(one.id, one.offeringId, 6, closes.add({ seconds: 1 }));
    expect(await draw(one.id, closes.add({ seconds: 2 }))).toBe('drawn');
    await join(one.id, one.offeringId, 7, closes.add({ minutes: 5 }));
    expect(await draw(one.id, closes.add({ minutes: 6 }))).toBe('drawn');
    const drawn = await proof(one.code);
    expect(drawn.closed?.participants).toBe(5);
    expect(drawn.drawn?.places.toSorted()).toEqual([1, 3, 4, 5]);
    expect(verify(drawn)).toMatchObject({ ok: true, result: 'correct-if-seed-kept' });
    const { rows } = await sql<{ drawn: number }>`SELECT drawn FROM room WHERE id = ${one.id}`.execute(deps.current.db);
    expect(rows[0]?.drawn).toBe(5);
  });

  it('is drawn once, whoever asks at the same time', async () => {
    const one = await room({ mixing: null, people: 12 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => draw(one.id, closes)));
    expect(answers).toContain('drawn');
    expect(answers.every((answer) => answer === 'drawn' || answer === 'busy')).toBe(true);
  });

  it('is kept as published by the database itself', async () => {
    const one = await room({ mixing: null });
    await draw(one.id, closes);
    const { db } = deps.current;
    for (const change of [
      sql`UPDATE draw SET rules = '{}' WHERE room_id = ${one.id}`,
      sql`UPDATE draw SET commitment = ${'0'.repeat(64)} WHERE room_id = ${one.id}`,
      sql`UPDATE draw SET list = '' WHERE room_id = ${one.id}`,
      sql`UPDATE draw SET seed = ${'0'.repeat(64)} WHERE room_id = ${one.id}`,
      sql`UPDATE draw SET places = '{1,2,3,4,5}' WHERE room_id = ${one.id}`,
      sql`UPDATE room SET closes_at = closes_at + interval '1 hour' WHERE id = ${one.id}`,
    ])
      await expect(change.execute(db)).rejects.toThrow(/never change/);
  });

  it('is called off before its draw, and stays to be read', async () => {
    const one = await room();
    const { db, secrets } = deps.current;
    const { rows } = await sql<{ id: string }>`
      INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, created_at)
      VALUES (${one.code}, ${one.plannerId}, 'batch', ${opens}, ${opens}, '2027-01-14', '2027-01-14', 1, ${joins}) RETURNING id`.execute(
      db,
    );
    const releaseId = rows[0]?.id ?? '';
    await sql`UPDATE room SET release_id = ${releaseId} WHERE id = ${one.id}`.execute(db);
    const orders = releaseOrders(secrets);
    expect((await orders.told(db, [one.code])).get(one.code)).toMatchObject({
      order: 'draw',
      participants: 5,
      seed: null,
    });
    await db.transaction().execute((tx) => orders.cancel(tx, { releaseId, now: closes.subtract({ hours: 1 }) }));
    expect(await draw(one.id, closes)).toBe('not-due');
    expect(await proof(one.code)).toMatchObject({ drawn: null, cancelled: '2026-12-10T08:00:00Z' });
    expect((await orders.told(db, [one.code])).size).toBe(0);
  });
});

describe('a promise', () => {
  it('names a day that begins after the closing, and a value with many outcomes', async () => {
    const one = await room({ mixing: null, people: 0 });
    const { db, secrets } = deps.current;
    await sql`DELETE FROM draw WHERE room_id = ${one.id}`.execute(db);
    const announce = (mixing: Mixing, now = joins.subtract({ hours: 1 })) =>
      transact(db, (tx) => announceDraw(tx, secrets, { roomId: one.id, mixing, now }));
    expect(await announce({ ...lottery, day: '2026-12-10' })).toMatchObject({ reason: 'value-before-closing' });
    const few = { kind: 'numbers', count: 2, highest: 90 } as const;
    expect(await announce({ ...lottery, form: few })).toMatchObject({ reason: 'too-few-outcomes' });
    expect(await announce(lottery, joins.add({ hours: 1 }))).toMatchObject({ reason: 'already-joining' });
    expect(await announce(lottery)).toMatchObject({ ok: true });
  });
});
