import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  answerClearance,
  book,
  createSeatEngine,
  hold,
  type HoldOwner,
  ownerKey,
  requestFacts,
} from '#features/booking/index.ts';
import { makeCodiceFiscale } from '#features/identity/index.ts';
import { findOffering, findOffice } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';

/** Fiumicino asks for the consent of other municipalities, and Pienza tells them afterwards. */
const asking = 'comune-m297-anagrafe';

/** A municipality that asks for consent before, with a window that closes 72 hours before; and one that tells afterwards. */
export async function setClearanceRules(tx: Tx): Promise<void> {
  await sql`
    UPDATE offering o SET clearance = 'required', clearance_days = 5, clearance_too_late = 'refuse', confirm_closes_hours = 72
    FROM office f WHERE f.id = o.office_id AND f.code = ${asking} AND o.service_code = 'cie'`.execute(tx);
  await sql`
    UPDATE offering o SET clearance = 'notify' FROM office f
    WHERE f.id = o.office_id AND f.code = 'comune-g602-anagrafe' AND o.service_code = 'cie'`.execute(tx);
}

interface Wish {
  readonly name: readonly [givenName: string, familyName: string, sex: 'F' | 'M'];
  readonly born: string;
  /** cadastral code of the municipality of residence */
  readonly residence: string;
  readonly isGranted?: boolean;
}

/** Two residents of Milano, whose registry office answers in the system, and one of Pisa, which does not use it. */
const wishes: readonly Wish[] = [
  { name: ['Irene', 'Colnaghi', 'F'], born: '1987-02-19', residence: 'F205' },
  { name: ['Walter', 'Brambati', 'M'], born: '1969-11-03', residence: 'F205', isGranted: true },
  { name: ['Dario', 'Lupetti', 'M'], born: '1993-08-27', residence: 'G702' },
];

/** Appointments at Fiumicino of people who live elsewhere, booked by telephone. */
export async function createClearances(deps: Deps): Promise<void> {
  const { db } = deps;
  const office = await findOffice(db, asking);
  const offering = office && (await findOffering(db, office.id, 'cie'));
  const operatorId = await accountWith(deps, 'admin');
  const answeringId = await accountWith(deps, 'officer.milano');
  if (!office || !offering || operatorId === undefined || answeringId === undefined) return;
  const engine = createSeatEngine(deps.pool);
  const now = deps.clock.now();
  const today = now.toZonedDateTimeISO(office.timeZone).toPlainDate();
  const [from, to] = [today.add({ days: 12 }), today.add({ days: 28 })];
  for (const wish of wishes) {
    const owner: HoldOwner = { kind: 'desk', accountId: operatorId, form: randomUUID() };
    const held = await hold(
      { engine, db },
      {
        id: randomUUID(),
        office,
        offering,
        where: { from, to },
        party: 1,
        ownerKey: ownerKey(deps.secrets, owner),
        accountId: operatorId,
        rescheduleOf: null,
        now,
      },
    );
    if (held.ok) await bookAndAnswer(deps, { wish, holdId: held.holdId, owner, operatorId, answeringId });
    else deps.log.warn({ office: asking, reason: held.reason }, 'the demo has one booking less');
  }
}

async function bookAndAnswer(
  deps: Deps,
  made: { wish: Wish; holdId: string; owner: HoldOwner; operatorId: number; answeringId: number },
): Promise<void> {
  const { wish, holdId, owner, operatorId, answeringId } = made;
  const { db, secrets, clock } = deps;
  const now = clock.now();
  const [givenName, familyName, sex] = wish.name;
  const birthDate = Temporal.PlainDate.from(wish.born);
  const codiceFiscale = makeCodiceFiscale({ givenName, familyName, birthDate, sex, birthPlaceCode: wish.residence });
  await transact(db, async (tx) => {
    const booked = await book(tx, secrets, {
      holdId,
      owner,
      accountId: null,
      people: [
        {
          givenName,
          familyName,
          birthDate: null,
          birthPlace: null,
          codiceFiscale,
          relationship: 'self',
          answers: null,
        },
      ],
      contactEmail: `${givenName.toLowerCase()}.${familyName.toLowerCase()}@demo.example`,
      contactPhone: null,
      language: 'it',
      reason: null,
      notes: null,
      delivery: null,
      residence: wish.residence,
      channel: 'phone',
      createdBy: operatorId,
      now,
    });
    const facts = booked.ok && wish.isGranted ? await requestFacts(tx, secrets, booked) : undefined;
    if (facts?.answeringOfficeId) {
      const by = { kind: 'office', officeId: facts.answeringOfficeId, accountId: answeringId } as const;
      const answer = { answer: 'grant', protocol: '2041/A' } as const;
      await answerClearance(tx, secrets, { clearanceId: facts.id, by, answer, now });
    }
    return booked;
  });
}

async function accountWith({ db }: Deps, mailbox: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM account WHERE lower(email) = ${`${mailbox}@demo.example`}`.execute(db);
  return rows[0]?.id;
}
