import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import '../tables.ts';
import { noAddress } from './no-address.ts';
import type { ProvedLogin } from './proved-login.ts';

/** Opens the account of somebody who comes by SPID or CIE for the first time: no password, and no address yet. */
export async function openProvedAccount(
  tx: Tx,
  deps: Deps,
  { proved, language, now }: { proved: ProvedLogin; language: Language; now: Temporal.Instant },
): Promise<number> {
  const { id } = await tx
    .insertInto('account')
    .values({
      email: noAddress(),
      given_name: proved.person.givenName,
      family_name: proved.person.familyName,
      language,
      // Providers of the demo tell of invented people: outside it, they are strangers.
      demo: deps.config.demo,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
