import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Booker, Rule } from './rule.ts';

/**
 * The service is for those the office serves: their account's office is this one, one above it or one under it, as a
 * consulate and its honorary consulates serve the same people.
 */
export const servedOnly: Rule = {
  concerns: ({ offering }) => offering.servedOnly,

  async refuse(db, { viewer, offering }) {
    const here = await officeHere(db, offering.officeId);
    const own = await officeOf(db, { accountId: viewer.accountId, serviceCode: offering.serviceCode });
    if (own === undefined) {
      return {
        name: 'office-not-chosen',
        values: { office: here.name },
        ways: [{ name: 'choose-office', href: '/profile/office', returns: true }],
      };
    }
    if (own.family === here.family) return undefined;
    return {
      name: 'served-elsewhere',
      values: { own: own.name, office: here.name },
      ways: [
        {
          name: 'own-office',
          href: own.offers ? `/offices/${own.code}/${offering.serviceCode}` : `/offices/${own.code}`,
        },
        { name: 'change-office', href: '/profile/office', returns: true },
      ],
    };
  },

  async announce(db, { offering }: Booker) {
    const here = await officeHere(db, offering.officeId);
    return { name: 'only-served', values: { office: here.name, territory: here.jurisdiction ?? 'none' }, ways: [] };
  },
};

interface Here {
  readonly name: LocalText;
  /** the office that others of its family stand under */
  readonly family: number;
  readonly jurisdiction: LocalText | null;
}

async function officeHere(db: Db | Tx, officeId: number): Promise<Here> {
  const { rows } = await sql<Here>`
    SELECT o.name, coalesce(o.parent_id, o.id) AS family, coalesce(o.jurisdiction, p.jurisdiction) AS jurisdiction
    FROM office o LEFT JOIN office p ON p.id = o.parent_id WHERE o.id = ${officeId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`no office ${officeId}`);
  return row;
}

/** The office an account belongs to, and whether the service can be booked there. */
async function officeOf(db: Db | Tx, { accountId, serviceCode }: { accountId: number; serviceCode: string }) {
  const { rows } = await sql<{ code: string; name: LocalText; family: number; offers: boolean }>`
    SELECT o.code, o.name, coalesce(o.parent_id, o.id) AS family,
           EXISTS (SELECT FROM bookable_offering b WHERE b.office_id = o.id AND b.service_code = ${serviceCode}) AS offers
    FROM account a JOIN office o ON o.id = a.office_id WHERE a.id = ${accountId}`.execute(db);
  return rows[0];
}
