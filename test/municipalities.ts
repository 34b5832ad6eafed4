import { sql } from 'kysely';
import { beforeEach } from 'vitest';
import {
  answerClearance,
  type Answering,
  bookingById,
  endLateClearances,
  type MunicipalAnswer,
  remindMunicipalities,
  tellAfterwards,
} from '#features/booking/index.ts';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from './booking-tools.ts';
import { buildOffice, type BuiltOffice } from './build-office.ts';
import { buildRole } from './build-role.ts';
import type { TestDeps } from './deps.ts';
import { drain, testMailbox } from './drain.ts';

/** Where bookings for residents of Padova (G224) are made, and the office of Padova that answers: new ones for each test. */
export interface Municipalities {
  /** of Rome (H501), with seats on 20 March 2027 at 10:00 */
  readonly office: BuiltOffice;
  readonly answering: BuiltOffice;
  readonly officerId: number;
}

export const granted: MunicipalAnswer = { answer: 'grant', protocol: 'PD/7' };
export const refused: MunicipalAnswer = { answer: 'refuse', protocol: 'PD/8', reason: 'Non risulta residente.' };

/** Bookings that need the consent of another municipality, on 1 March 2027. */
export function useMunicipalities(deps: { readonly current: TestDeps }) {
  const tools = bookingTools(deps);
  let built: Municipalities | undefined;
  const places = (): Municipalities => {
    if (!built) throw new Error('the offices are ready only inside tests');
    return built;
  };

  beforeEach(async () => {
    const { db, clock } = deps.current;
    clock.set('2027-03-01T09:00:00Z');
    await sql`
      INSERT INTO municipality (code, istat, name, province_code, province, region, search) VALUES
        ('G224', '028060', 'Padova', 'PD', 'Padova', 'Veneto', 'padova'),
        ('H501', '058091', 'Roma', 'RM', 'Roma', 'Lazio', 'roma'),
        ('L219', '001272', 'Torino', 'TO', 'Torino', 'Piemonte', 'torino') ON CONFLICT DO NOTHING`.execute(db);
    const zone = 'Europe/Rome';
    const from = '2027-03-20T09:00:00Z';
    const office = await buildOffice(db, { kind: 'municipal', zone, from, slots: 4, capacity: 5 });
    const answering = await buildOffice(db, { kind: 'municipal', zone, from });
    await sql`DELETE FROM clearance`.execute(db);
    // One office at a time answers for Padova.
    await sql`UPDATE office SET municipality_code = NULL WHERE municipality_code IS NOT NULL`.execute(db);
    await sql`UPDATE office SET municipality_code = 'H501' WHERE id = ${office.officeId}`.execute(db);
    await sql`
      UPDATE office SET municipality_code = 'G224', email = 'anagrafe@padova.example'
      WHERE id = ${answering.officeId}`.execute(db);
    built = { office, answering, officerId: await buildRole(db, 'officer', answering.officeId) };
    await rules({ clearance: 'required', confirm_by: 'citizen', clearance_days: 7 });
  });

  async function rules(set: Record<string, unknown>): Promise<void> {
    const { db } = deps.current;
    await db.updateTable('offering').set(set).where('id', '=', places().office.offeringId).execute();
  }

  async function book(residence: string | null = 'G224') {
    const accountId = await tools.newAccount();
    const holdId = await tools.heldId(places().office, { kind: 'account', accountId });
    return { accountId, outcome: await tools.booked(holdId, accountId, { residence }) };
  }

  async function newBooking(residence: string | null = 'G224') {
    const { accountId, outcome } = await book(residence);
    if (!outcome.ok) throw new Error(outcome.reason);
    const mails = await drain(deps.current);
    const { bookingId, code } = outcome;
    const { rows } = await sql<{ id: string; round: number; startsAt: Temporal.Instant }>`
      SELECT c.id, c.round, b.starts_at AS "startsAt" FROM clearance c JOIN booking b ON b.id = c.booking_id
      WHERE c.booking_id = ${bookingId}`.execute(deps.current.db);
    const [row] = rows;
    const round = row?.round ?? 0;
    return { bookingId, code, accountId, mails, clearanceId: row?.id ?? '', round, startsAt: row?.startsAt };
  }

  function answer(clearanceId: string, by: Answering, said: MunicipalAnswer) {
    const { db, secrets, clock } = deps.current;
    return transact(db, (tx) => answerClearance(tx, secrets, { clearanceId, by, answer: said, now: clock.now() }));
  }

  return {
    get current() {
      return places();
    },
    tools,
    rules,
    book,
    newBooking,
    answer,
    shown: (id: string) => bookingById(deps.current.db, deps.current.secrets, id),
    freeSeats: async () => (await tools.freeSeats(places().office))[0],
    byOffice: (officeId = places().answering.officeId): Answering => ({
      kind: 'office',
      officeId,
      accountId: places().officerId,
    }),
    /** What the worker does by the clock about requests to municipalities. */
    async sweep(mailbox = testMailbox()) {
      const { db, clock } = deps.current;
      for (const one of [endLateClearances, remindMunicipalities, tellAfterwards])
        await one(db, { now: clock.now(), most: 50 });
      return drain(deps.current, mailbox);
    },
  };
}
