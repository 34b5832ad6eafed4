import { hashKeysOf, keepHashKeys, keepSecrets, loadKeyRing, newMasterSecret } from '#platform/key-ring.ts';
import type { Deps } from '#platform/deps.ts';
import { cipherPrefix } from '#platform/secrets.ts';
import { createDeps } from '../create-deps.ts';
import { oldValues, reEncrypt } from './secrets/re-encrypt.ts';

const usage = `Usage: turno secrets status | rotate | re-encrypt | retire

  status      which secrets there are, and how many values are not yet encrypted with the one in use
  rotate      takes a new secret into use; the one before still opens and verifies what it made, so that nobody is
              logged out and no link ends. Restart Turno afterwards, on every machine
  re-encrypt  encrypts everything in the database with the secret in use, while Turno works
  retire      forgets the secrets before, once nothing is encrypted with them. Links in e-mails that they signed end
              then: wait until they are no longer needed. Restart Turno afterwards

With TURNO_SECRET set, rotate and retire print what to set in its place; otherwise they write secret.key in TURNO_DATA.
`;

interface Answer {
  readonly code: number;
  readonly said: string;
}

export async function secretsCommand(args: string[]): Promise<void> {
  const { deps, close } = createDeps('command');
  try {
    const { code, said } = await secretsAnswer(deps, args);
    (code === 2 ? process.stderr : process.stdout).write(said);
    process.exitCode = code;
  } finally {
    await close();
  }
}

/** What is printed, and what the command ends with. */
export async function secretsAnswer(deps: Deps, [what, ...rest]: string[]): Promise<Answer> {
  if (rest.length > 0) return { code: 2, said: usage };
  switch (what) {
    case 'status':
      return status(deps);
    case 'rotate':
      return rotate(deps);
    case 're-encrypt':
      return encryptAnew(deps);
    case 'retire':
      return retire(deps);
    default:
      return { code: 2, said: usage };
  }
}

async function status({ config, db }: Deps): Promise<Answer> {
  const { masters, hashKeys } = loadKeyRing(config);
  const old = await oldValues(db, cipherPrefix(masters[0]));
  const lines = [
    `Secrets: ${masters.length}. In use: ${nameOf(masters[0])}. Before: ${masters.slice(1).map(nameOf).join(', ') || 'none'}.`,
    `Keys of hashes: ${hashKeys === undefined ? 'of the secret in use' : 'apart'}.`,
    old.length === 0 ? 'Everything is encrypted with the secret in use.' : 'Not encrypted with the secret in use:',
    ...inLines(old),
  ];
  return { code: 0, said: `${lines.join('\n')}\n` };
}

/** A name that tells nothing of it. */
function nameOf(master: string): string {
  return cipherPrefix(master).subarray(1).toString('hex');
}

function inLines(counts: readonly { name: string; count: number }[]): string[] {
  return counts.map(({ name, count }) => `  ${name}: ${count}`);
}

async function rotate({ config }: Deps): Promise<Answer> {
  const { masters, hashKeys } = loadKeyRing(config);
  const made = newMasterSecret();
  const keys = hashKeys === undefined ? hashKeysOf(masters[0]) : undefined;
  const next = 'Restart Turno on every machine, then run turno secrets re-encrypt.';
  if (config.secret !== undefined) {
    const lines = [
      ...(keys === undefined ? [] : [`TURNO_HASH_KEYS=${keys}`]),
      `TURNO_SECRET=${made}`,
      `TURNO_SECRETS_BEFORE=${masters.join(',')}`,
      '# On several machines set first, everywhere, TURNO_HASH_KEYS and the new secret in TURNO_SECRETS_BEFORE.',
    ];
    return { code: 0, said: `${lines.join('\n')}\n# ${next}\n` };
  }
  // The keys of hashes first: without them the new secret would find nobody.
  if (keys !== undefined) keepHashKeys(config, keys);
  keepSecrets(config, [made, ...masters]);
  return { code: 0, said: `A new secret is in use: ${nameOf(made)}. ${next}\n` };
}

async function encryptAnew({ config, db, secrets }: Deps): Promise<Answer> {
  const prefix = cipherPrefix(loadKeyRing(config).masters[0]);
  const { done, unreadable } = await reEncrypt(db, secrets, prefix);
  const lines = [`Encrypted anew: ${done} values.`];
  if (unreadable.length > 0) lines.push('Opened by none of the secrets, and left as they are:', ...inLines(unreadable));
  return { code: unreadable.length > 0 ? 1 : 0, said: `${lines.join('\n')}\n` };
}

async function retire({ config, db }: Deps): Promise<Answer> {
  const { masters } = loadKeyRing(config);
  if (masters.length === 1) return { code: 0, said: 'There is no secret of before.\n' };
  const old = await oldValues(db, cipherPrefix(masters[0]));
  if (old.length > 0) {
    const lines = [
      'Not yet: these are not encrypted with the secret in use. Run turno secrets re-encrypt.',
      ...inLines(old),
    ];
    return { code: 1, said: `${lines.join('\n')}\n` };
  }
  if (config.secret !== undefined) return { code: 0, said: 'Unset TURNO_SECRETS_BEFORE and restart Turno.\n' };
  keepSecrets(config, [masters[0]]);
  return { code: 0, said: `Only ${nameOf(masters[0])} is left. Restart Turno.\n` };
}
