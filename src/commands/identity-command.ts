import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { cieServiceProvider, type ServiceProvider, spidServiceProvider } from '#features/federation/index.ts';
import { ConfigError } from '#platform/config.ts';
import type { Deps } from '#platform/deps.ts';
import { createDeps } from '../create-deps.ts';
import {
  checkAnswer,
  importAnswer,
  keysAnswer,
  logAnswer,
  metadataAnswer,
  providersAnswer,
  refreshAnswer,
  removeAnswer,
  useNextAnswer,
} from './identity-answers.ts';

const usage = `Usage: turno identity <command> [--federation spid|cie]

  keys [--days N]   makes our key and certificate (TURNO_ORGANIZATION…); beside ones in use, those that will follow
  use-next          uses the keys that follow: once the federation knows the metadata that name them
  metadata          prints our signed metadata, for the federation
  import FILE|ADDRESS [--fingerprint SHA256 | --certificate FILE]
                    takes providers from metadata that the federation signed with that certificate; without one it says
                    who signed, and takes nothing
  refresh           reads the imported addresses again (the worker does so every night)
  remove ENTITY     takes an imported provider out
  providers         lists the providers, with the end of each certificate
  check             says what is missing or will soon end; ends with 1 when anything is
  log FROM TO [--person CODICE-FISCALE]
                    questions and answers of logins between two days (YYYY-MM-DD, the second not included), one JSON a line
  cie-oidc …        CIE over OpenID Connect: see turno identity cie-oidc
`;

const options = {
  federation: { type: 'string', default: 'spid' },
  days: { type: 'string', default: '730' },
  fingerprint: { type: 'string' },
  certificate: { type: 'string' },
  person: { type: 'string' },
} as const;

/** `identity …`: this site as a part of SPID and CIE. */
export async function identityCommand(args: string[]): Promise<void> {
  if (args[0] === 'cie-oidc') {
    const { identityCieOidcCommand } = await import('./identity-cie-oidc-command.ts');
    return identityCieOidcCommand(args.slice(1));
  }
  const { deps, close } = createDeps('command');
  try {
    for await (const line of identityAnswer(deps, args)) process.stdout.write(`${line}\n`);
  } finally {
    await close();
  }
}

/** What is printed, line by line. */
export async function* identityAnswer(deps: Deps, args: string[]): AsyncGenerator<string> {
  const { values, positionals } = readArguments(args);
  const [what, first = '', second = '', ...more] = positionals;
  const sp = spNamed(deps, values.federation);
  const given = [first, second].filter((text) => text !== '').length + more.length;
  if (what === 'keys' && given === 0) yield* keysAnswer(deps, { sp, days: daysOf(values.days) });
  else if (what === 'use-next' && given === 0) yield* useNextAnswer(deps, sp);
  else if (what === 'metadata' && given === 0) yield* metadataAnswer(deps, sp);
  else if (what === 'import' && given === 1)
    yield* importAnswer(deps, { sp, source: first, signer: await signerOf(values) });
  else if (what === 'refresh' && given === 0) yield* refreshAnswer(deps, sp);
  else if (what === 'remove' && given === 1) yield* removeAnswer(deps, { sp, entityId: first });
  else if (what === 'providers' && given === 0) yield* providersAnswer(deps, sp);
  else if (what === 'check' && given === 0) yield* checkAnswer(deps);
  else if (what === 'log' && given === 2) {
    yield* logAnswer(deps, { from: startOf(first), until: startOf(second), person: values.person?.toUpperCase() });
  } else throw new ConfigError(usage);
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new ConfigError(usage);
  }
}

function spNamed({ config }: Deps, name: string): ServiceProvider {
  if (name === 'spid') return spidServiceProvider(config);
  if (name === 'cie') return cieServiceProvider(config);
  throw new ConfigError(`${name} is no federation. ${usage}`);
}

function daysOf(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 3650) throw new ConfigError(`--days ${text} is no number of days.`);
  return days;
}

/** What the metadata must be signed with: undefined when nothing was said. */
async function signerOf({ fingerprint, certificate }: { fingerprint?: string; certificate?: string }) {
  if (certificate === undefined) return fingerprint?.replaceAll(':', '').toLowerCase();
  const pem = await readFile(certificate, 'utf8').catch(() => {
    throw new ConfigError(`${certificate} cannot be read.`);
  });
  return { pem };
}

function startOf(day: string): Temporal.Instant {
  try {
    return Temporal.PlainDate.from(day).toZonedDateTime('Europe/Rome').toInstant();
  } catch {
    throw new ConfigError(`${day} is not a day. ${usage}`);
  }
}
