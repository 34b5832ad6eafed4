import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

const audience = {
  it: 'Per i cittadini italiani residenti nella circoscrizione. Le famiglie prenotano insieme.',
  en: 'For Italian citizens who live in the consular district. Families book together.',
  de: 'Für italienische Staatsangehörige im Amtsbezirk. Familien buchen gemeinsam.',
};
const instructions = {
  it: ['Arriva dieci minuti prima, con tutti i documenti già in ordine.'],
  en: ['Come ten minutes early, with all documents in order.'],
  de: ['Kommen Sie zehn Minuten früher, mit geordneten Unterlagen.'],
};
const fee = {
  it: '116 euro, solo con carta. I minori di 12 anni pagano lo stesso importo.',
  en: '116 euros, by card only. Children under 12 pay the same.',
  de: '116 Euro, nur mit Karte. Kinder unter 12 Jahren zahlen dasselbe.',
};

/** One office has rules of its own for a service: booked from the sixteenth day on for thirteen weeks, by families. */
export async function setOfferingRules(tx: Tx): Promise<void> {
  await sql`
    UPDATE offering o SET horizon_from_days = 16, horizon_days = 91, notice_minutes = 2880, cancel_cutoff_hours = 24,
      party_max = 6, relationships = '{spouse,cohabiting-partner,child,stepchild,minor-in-custody}',
      audience = ${JSON.stringify(audience)}, instructions = ${JSON.stringify(instructions)}, fee_notice = ${JSON.stringify(fee)}
    FROM office f
    WHERE f.id = o.office_id AND f.code = 'amb-berlin' AND o.service_code = 'passport'`.execute(tx);
}
