import { randomBytes } from 'node:crypto';
import { agendaOfDay, bookingByCode } from '#features/booking/booking.query.ts';
import { searchBookings } from '#features/booking/search-bookings.query.ts';
import { clearanceCounts, listClearances } from '#features/booking/clearance/clearance.query.ts';
import { listQueue, queueCounts, searchQueue } from '#features/booking/examination/queue.query.ts';
import type { QueueOrder, QueueState } from '#features/booking/examination/queue.rules.ts';
import { listAwaiting, listRequests, toDoCounts } from '#features/booking/to-do.query.ts';
import { messagesOfBooking } from '#features/notifications/messages-of-booking.query.ts';
import { createDb, createPool, type Db } from '#platform/database.ts';
import { createSecrets } from '#platform/secrets.ts';
import { inOneOffice, largeOffice, seedOfficeLists } from '../seed-office-lists.ts';
import { median, type Result, spreadOf } from '../result.ts';
import type { Stage } from '../stage.ts';

const rounds = 25;
const warmUp = 3;
/** milliseconds */
const limit = 200;

/** The operator's lists with twenty thousand bookings in one office, beside one walk along an index. */
export async function officeLists(stage: Stage): Promise<Result[]> {
  const secrets = createSecrets(randomBytes(32).toString('hex'));
  await seedOfficeLists(stage.sql, secrets);
  const pool = createPool(stage.databaseUrl, { max: 2, name: 'turno-bench', onError: () => undefined });
  const db = createDb(pool);
  try {
    const office = await db.selectFrom('office').select('id').where('code', '=', largeOffice).executeTakeFirstOrThrow();
    const bare = () =>
      pool.query('SELECT * FROM booking WHERE office_id = $1 AND starts_at > now() ORDER BY starts_at LIMIT 50', [
        office.id,
      ]);
    const results: Result[] = [];
    for (const [name, ask] of asked(db, { officeId: office.id, secrets })) {
      const [ours, reference]: [number[], number[]] = [[], []];
      for (let round = -warmUp; round < rounds; round += 1) {
        const [spent, plain] = [await timeOf(ask), await timeOf(bare)];
        if (round < 0) continue;
        ours.push(spent);
        reference.push(plain);
      }
      results.push(resultOf(name, ours, reference));
    }
    return results;
  } finally {
    await db.destroy();
  }
}

type Ask = () => Promise<unknown>;

function asked(
  db: Db,
  { officeId, secrets }: { officeId: number; secrets: ReturnType<typeof createSecrets> },
): [string, Ask][] {
  const now = Temporal.Now.instant();
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  const from = now.add({ hours: 24 });
  const desk = { officeId, operatorId: 1, now };
  const queue = (state: QueueState, order: QueueOrder, deep = false) => {
    const after = deep ? { late: false, at: now.add({ hours: 24 * 120 }), id: '0' } : undefined;
    return listQueue(db, { ...desk, state, order, service: undefined, after, most: 51 });
  };
  const part = { officeId, now, most: 50, skip: 0 };
  const code = `L${officeId}-${inOneOffice - 7}`;
  return [
    ['agenda of a day', () => agendaOfDay(db, secrets, { officeId, from, to: from.add({ hours: 24 }) })],
    [
      'search by a common surname',
      () => searchBookings(db, secrets, { officeId, text: 'Provetti1', today: now, most: 50 }),
    ],
    ['search by code', () => searchBookings(db, secrets, { officeId, text: code, today: now, most: 50 })],
    ['one booking', () => bookingByCode(db, secrets, code)],
    ['its messages', async () => messagesOfBooking(db, (await bookingByCode(db, secrets, code))?.id ?? '0')],
    ['queue, counts', () => queueCounts(db, { ...desk, service: undefined })],
    ['queue, first page by appointment', () => queue('all', 'appointment')],
    ['queue, deep page by appointment', () => queue('all', 'appointment', true)],
    ['queue, first page by deadline', () => queue('all', 'deadline')],
    ['queue, mine of none', () => queue('mine', 'appointment')],
    ['queue, search', () => searchQueue(db, { ...desk, text: 'Provetti1', most: 50 })],
    ['to do, counts', () => toDoCounts(db, { officeId, now })],
    ['to do, requests', () => listRequests(db, secrets, part)],
    ['to do, bookings to confirm, tenth page', () => listAwaiting(db, { ...part, skip: 450 })],
    ['clearances, counts', () => clearanceCounts(db, { officeId, today })],
    [
      'clearances, late ones',
      () => listClearances(db, { officeId, today, section: 'overdue', after: undefined, most: 51 }),
    ],
  ];
}

async function timeOf(ask: Ask): Promise<number> {
  const start = performance.now();
  await ask();
  return performance.now() - start;
}

function resultOf(name: string, ours: readonly number[], reference: readonly number[]): Result {
  const [figure, referenceFigure] = [median(ours), median(reference)];
  return {
    name: `office lists: ${name}`,
    figure,
    unit: 'ms',
    reference: 'fifty rows along an index',
    referenceFigure,
    ratio: figure / referenceFigure,
    spread: spreadOf(ours),
    bar: `≤ ${limit} ms`,
    pass: figure <= limit,
    reach: limit / figure,
    notes: `${inOneOffice} bookings in the office, as seen by the process that asks`,
  };
}
