import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import { readRows } from './import-files.ts';

const contact = z.object({
  istat: z.string(),
  nome: z.string(),
  email: z.string(),
  pec: z.string(),
  telefono: z.string(),
});

const address = /^[^\s@,;<>]{1,64}@[^\s@,;<>]+\.[a-z]{2,}$/;

/**
 * Certified addresses and contacts of the municipalities. The demo has invented ones in their place: nothing that is
 * tried there may ever be meant for a real mailbox.
 */
export async function importMunicipalContacts(tx: Tx, { invented }: { invented: boolean }): Promise<void> {
  if (invented) {
    await sql`
      INSERT INTO municipality_contact (municipality_code, pec)
      SELECT code, 'protocollo@comune-' || lower(code) || '.pec.example' FROM municipality
      ON CONFLICT (municipality_code) DO UPDATE SET pec = excluded.pec, email = NULL, phone = NULL`.execute(tx);
    return;
  }
  const rows = readRows('comuni_contatti.csv', contact).map(({ istat, email, pec, telefono }) => ({
    istat,
    email: wellFormed(email),
    pec: wellFormed(pec),
    phone: telefono.trim() || null,
  }));
  await sql`
    INSERT INTO municipality_contact (municipality_code, pec, email, phone)
    SELECT m.code, r.pec, r.email, r.phone
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (istat text, pec text, email text, phone text)
    JOIN municipality m ON m.istat = r.istat
    ON CONFLICT (municipality_code) DO UPDATE SET pec = excluded.pec, email = excluded.email, phone = excluded.phone`.execute(
    tx,
  );
}

function wellFormed(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  return address.test(text) ? text : null;
}
