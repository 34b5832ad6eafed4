import { askForHelp } from '#features/help/index.ts';
import { findOffice } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';

/** Two questions that wait at an office: from somebody with an account, and from somebody without; then one to the network. */
const questions = [
  {
    email: 'chiara.sartori@demo.example',
    text: 'Ho cambiato casa dopo aver prenotato: devo scrivere il nuovo indirizzo da qualche parte?',
    page: '/bookings',
    hoursAgo: 20,
  },
  {
    email: 'nonna.pia@posta.example',
    text: 'Non riesco a entrare: la password non è più buona e l’e-mail per cambiarla non arriva.',
    page: '/login',
    hoursAgo: 3,
  },
] as const;

export async function createHelpRequests(
  tx: Tx,
  { secrets, now }: { secrets: Secrets; now: Temporal.Instant },
): Promise<void> {
  const office = await findOffice(tx, 'cons-london');
  if (office === undefined) return;
  for (const { email, text, page, hoursAgo } of questions) {
    await askForHelp(tx, secrets, {
      officeId: office.id,
      email,
      accountId: null,
      language: 'it',
      page,
      browser: undefined,
      text,
      pictures: [],
      now: now.subtract({ hours: hoursAgo }),
    });
  }
  await askNetwork(tx, { secrets, now });
}

/** What somebody who works at a town hall asks of the network. */
async function askNetwork(tx: Tx, { secrets, now }: { secrets: Secrets; now: Temporal.Instant }): Promise<void> {
  const email = 'manager.roma@demo.example';
  const office = await findOffice(tx, 'comune-h501-anagrafe');
  const account = await tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();
  if (office === undefined || account === undefined) return;
  await askForHelp(tx, secrets, {
    officeId: null,
    fromOfficeId: office.id,
    email,
    accountId: account.id,
    language: 'it',
    page: '/office/comune-h501-anagrafe/planners',
    browser: undefined,
    text: 'Vorremmo offrire anche il servizio a domicilio: come lo aggiungiamo ai nostri orari?',
    pictures: [],
    now: now.subtract({ hours: 5 }),
  });
}
