import { createFirstAdmin } from '#features/identity/index.ts';
import { ConfigError } from '#platform/config.ts';
import { transact } from '#platform/transaction.ts';
import { createDeps } from '../create-deps.ts';

const usage = 'Usage: turno admin create EMAIL [GIVEN-NAME SURNAME]';

/** `admin create EMAIL`: makes an administrator of the network and prints the link for a first password, once only. */
export async function adminCommand([what, email = '', ...names]: string[]): Promise<void> {
  if (what !== 'create' || email === '' || names.length > 2) throw new ConfigError(usage);
  const [givenName = 'Amministratore', familyName = 'della rete'] = names;
  const { deps, close } = createDeps('command');
  try {
    const { secrets, clock, config } = deps;
    const wish = { email, givenName, familyName, language: 'it' as const, now: clock.now(), secrets };
    const made = await transact(deps.db, (tx) => createFirstAdmin(tx, wish));
    if (!made.ok) throw new ConfigError(`${email} is not an e-mail address. ${usage}`);
    process.stdout.write(
      made.path === undefined
        ? `${email} administers the network and has a password already: log in at ${config.publicUrl}/login\n`
        : `${email} administers the network. Choose the first password here, once and within 7 days:\n${config.publicUrl}${made.path}\n`,
    );
  } finally {
    await close();
  }
}
