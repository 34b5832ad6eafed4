import { sql } from 'kysely';
import { makeInvitations } from '#features/booking/index.ts';
import { type Question, saveQuestion, saveRequestedFile } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';

const plain = {
  askedOf: ['applicant'],
  hint: null,
  mandatory: true,
  maxLength: 100,
  pattern: null,
  patternMessage: null,
  options: [],
} as const satisfies Partial<Question>;

const questions: readonly Omit<Question, 'id'>[] = [
  {
    ...plain,
    code: 'licence-number',
    control: 'text',
    label: { it: 'Numero della patente italiana', en: 'Number of the Italian driving licence' },
    hint: {
      it: 'Al punto 5 della patente, per esempio U1A23B456C.',
      en: 'At point 5 of the licence, like U1A23B456C.',
    },
    maxLength: 10,
    pattern: '[A-Z0-9]{10}',
    patternMessage: {
      it: 'Il numero della patente ha dieci lettere maiuscole e cifre.',
      en: 'The number of the licence has ten capital letters and figures.',
    },
  },
  {
    ...plain,
    code: 'what-for',
    control: 'choice',
    askedOf: ['applicant', 'companion'],
    label: { it: 'Che cosa ti serve?', en: 'What do you need?' },
    options: [
      { code: 'conversion', label: { it: 'Attestazione per la conversione', en: 'Statement for the exchange' } },
      { code: 'renewal', label: { it: 'Conferma di validità', en: 'Confirmation of validity' } },
      { code: 'other', label: { it: 'Altro', en: 'Something else' } },
    ],
  },
  {
    ...plain,
    code: 'resident-since',
    control: 'date',
    mandatory: false,
    label: { it: 'Residente nel Regno Unito dal', en: 'Resident in the United Kingdom since' },
  },
];

const files = [
  {
    code: 'licence',
    label: { it: 'Copia della patente, fronte e retro', en: 'Copy of the licence, front and back' },
    hint: null,
    mandatory: true,
    maxBytes: 5 * 1024 * 1024,
  },
  {
    code: 'residence',
    label: { it: 'Prova di residenza', en: 'Proof of residence' },
    hint: {
      it: 'Una bolletta o un contratto degli ultimi tre mesi.',
      en: 'A bill or a contract of the last three months.',
    },
    mandatory: false,
    maxBytes: 5 * 1024 * 1024,
  },
];

/** London asks questions and files for driving licences; Sydney gives the same service by invitation. */
export async function createQuestions(
  tx: Tx,
  { secrets, now }: { secrets: Secrets; now: Temporal.Instant },
): Promise<void> {
  const london = await offeringAt(tx, 'cons-london');
  for (const question of questions) await saveQuestion(tx, { offeringId: london.id, id: null, question });
  for (const file of files) await saveRequestedFile(tx, { offeringId: london.id, id: null, file });
  const sydney = await offeringAt(tx, 'cons-sydney');
  await tx.updateTable('offering').set({ invite_only: true }).where('id', '=', sydney.id).execute();
  await makeInvitations(tx, secrets, {
    language: null,
    offeringId: sydney.id,
    invited: [
      { person: 'Bruno Esempio', email: null },
      { person: null, email: null },
      { person: null, email: null },
    ],
    note: null,
    validUntil: now.add({ hours: 60 * 24 }),
    write: false,
    operatorId: sydney.operatorId,
    now,
  });
}

async function offeringAt(tx: Tx, office: string): Promise<{ id: number; operatorId: number }> {
  const { rows } = await sql<{ id: number; operatorId: number }>`
    SELECT o.id, (SELECT r.account_id FROM account_role r WHERE r.role = 'network-admin' LIMIT 1) AS "operatorId"
    FROM offering o JOIN office f ON f.id = o.office_id
    WHERE f.code = ${office} AND o.service_code = 'driving-licence'`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`The demo has no driving licences at ${office}`);
  return row;
}
