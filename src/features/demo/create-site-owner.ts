import { saveSiteOwner } from '#features/site/index.ts';
import type { Tx } from '#platform/database.ts';

/** Somebody who plainly does not exist: the legal pages of a trial must not point at anybody. */
const owner = {
  name: 'Ente dimostrativo (inventato per la prova)',
  address: 'Via dell’Esempio 1, 00100 Roma',
  email: 'ente@turno.example',
  phone: '+39 06 5550 0100',
  dpo: 'dpo@turno.example',
  accessibilityEmail: 'accessibilita@turno.example',
  securityContact: 'sicurezza@turno.example',
  sourceUrl: 'https://turno.example/turno.git',
};

export async function createSiteOwner(tx: Tx, now: Temporal.Instant): Promise<void> {
  await saveSiteOwner(tx, { owner, accountId: null, seen: null, now });
}
