import { sql } from 'kysely';
import { appealBlock, askChange, block } from '#features/account-cases/index.ts';
import { makeCodiceFiscale } from '#features/identity/index.ts';
import { findOffice, saveNoShowRule } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { insertAccounts, type NewAccount } from './create-accounts.ts';

const code = 'cons-new-york-city';
const born = Temporal.PlainDate.from('1991-03-08');

/** Where a rule for appointments missed is shown. */
const strictOffice = 'cons-sydney';

const bruno = citizen('bruno.ricci', 'Bruno', 'Ricci');
const irene = citizen('irene.longo', 'Irene', 'Longo');
const people: readonly NewAccount[] = [
  bruno,
  irene,
  { ...irene, email: 'irene.longo.ny@demo.example', codiceFiscale: null },
  citizen('silvia.greco', 'Silvia', 'Greco'),
];

/** An account blocked that has answered, two accounts of one person, details to correct, and a rule for absences. */
export async function createAccountCases(
  tx: Tx,
  { secrets, passwordHash, now }: { secrets: Secrets; passwordHash: string; now: Temporal.Instant },
): Promise<void> {
  await insertAccounts(tx, { people, secrets, passwordHash, now });
  const office = await findOffice(tx, code);
  const strict = await findOffice(tx, strictOffice);
  const operatorId = await idOf(tx, 'operator.newyork@demo.example');
  const brunoId = await idOf(tx, bruno.email);
  const silviaId = await idOf(tx, 'silvia.greco@demo.example');
  if (!office || !strict || !operatorId || !brunoId || !silviaId) return;
  const reason =
    'Con questo accesso risultano cinque prenotazioni per persone che non hanno confermato di averle chieste. Scrivici chi sono.';
  const wish = { accountId: brunoId, place: office, kind: 'third-party-contacts', reason, lastDay: null } as const;
  const blocked = await block(tx, secrets, { ...wish, operatorId, now });
  if (blocked.ok) {
    const text = 'Sono i miei genitori e i miei zii: non usano il computer e ho prenotato io per loro.';
    await appealBlock(tx, secrets, { blockId: blocked.blockId, accountId: brunoId, text, now });
  }
  const after = { ...citizen('silvia.greco', 'Silvia', 'Greco'), familyName: 'Greco Adams' };
  const why = 'Mi sono sposata a New York: il cognome nuovo è sul passaporto.';
  await askChange(tx, secrets, { accountId: silviaId, after, why, now });
  await saveNoShowRule(tx, { officeId: strict.id, rule: { limit: 3, months: 6, days: 30, scope: 'service' } });
}

function citizen(mailbox: string, givenName: string, familyName: string): NewAccount {
  const birth = { birthDate: born, birthPlace: 'Roma' };
  const codiceFiscale = makeCodiceFiscale({
    givenName,
    familyName,
    birthDate: born,
    sex: givenName.endsWith('a') || givenName === 'Irene' ? 'F' : 'M',
    birthPlaceCode: 'H501',
  });
  return {
    email: `${mailbox}@demo.example`,
    givenName,
    familyName,
    ...birth,
    codiceFiscale,
    office: code,
    language: 'it',
  };
}

async function idOf(tx: Tx, email: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM account WHERE lower(email) = ${email}`.execute(tx);
  return rows[0]?.id;
}
