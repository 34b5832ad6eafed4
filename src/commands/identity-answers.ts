import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  createProviders,
  endOf,
  expiringCertificates,
  fetchMetadata,
  fingerprintOf,
  importMetadata,
  keepKeys,
  loggedLogins,
  makeKeys,
  ownMetadata,
  refreshMetadata,
  removeProvider,
  type ServiceProvider,
  signingKeys,
  useNextKeys,
} from '#features/federation/index.ts';
import { ConfigError } from '#platform/config.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';

type Lines = AsyncGenerator<string>;

export async function* keysAnswer(deps: Deps, { sp, days }: { sp: ServiceProvider; days: number }): Lines {
  const now = deps.clock.now();
  const { name } = sp.profile;
  const keys = await makeKeys(sp, { now, days });
  const kept = await transact(deps.db, (tx) => keepKeys(tx, deps.secrets, { name, keys, now }));
  if (!kept.ok) throw new ConfigError('The keys that follow are made already: run turno identity use-next first.');
  yield `Made, good until ${dayOf(keys.expiresAt)}: ${kept.state === 'in-use' ? 'in use' : 'published in the metadata, not used yet'}.`;
  yield fingerprintLine(keys.certificate);
  yield* missing(deps, { cie: name === 'cie' });
  if (kept.state === 'next')
    yield 'Send the new metadata to the federation; once it knows them: turno identity use-next.';
}

export async function* useNextAnswer(deps: Deps, { profile: { name } }: ServiceProvider): Lines {
  const used = await transact(deps.db, (tx) => useNextKeys(tx, { name }));
  if (!used.ok) throw new ConfigError('There are no keys that follow: run turno identity keys.');
  yield 'The keys are in use; running processes take them within half a minute.';
}

export async function* metadataAnswer(deps: Deps, sp: ServiceProvider): Lines {
  yield ownMetadata(sp, await signingKeys(deps, sp).current());
}

export async function* importAnswer(
  deps: Deps,
  { sp, source, signer }: { sp: ServiceProvider; source: string; signer: string | { pem: string } | undefined },
): Lines {
  const isAddress = /^https?:\/\//.test(source);
  const text = await (isAddress ? fetchMetadata(source) : readFile(source, 'utf8')).catch((error: unknown) => {
    throw new ConfigError(error instanceof Error ? error.message : `${source} cannot be read.`);
  });
  const request = { profile: sp.profile.name, text, source: isAddress ? source : null, now: deps.clock.now() };
  const outcome = await transact(deps.db, (tx) => importMetadata(tx, { ...request, signer: fingerprint(signer) }));
  if (outcome.ok) {
    for (const entityId of outcome.entityIds) yield `Imported: ${entityId}`;
    return;
  }
  if (outcome.reason !== 'other-signer')
    throw new ConfigError(`${source} cannot be taken: ${importFaults[outcome.reason]}.`);
  throw new ConfigError(
    `${source} is signed by the certificate ${outcome.signer}. Compare it with what the federation publishes; if it is ` +
      `the same: turno identity import ${source} --fingerprint ${outcome.signer}`,
  );
}

const importFaults = {
  'not-xml': 'it is not XML',
  doctype: 'it declares a document type',
  'not-metadata': 'it is no metadata of SAML',
  'no-provider': 'no identity provider is in it',
  'not-signed': 'it is not signed',
  'bad-signature': 'its signature is not good',
} as const;

export async function* refreshAnswer(deps: Deps, { profile }: ServiceProvider): Lines {
  const refreshed = await refreshMetadata(deps, { profile: profile.name });
  if (refreshed.length === 0) yield 'No address was imported.';
  for (const { source, fault } of refreshed) {
    yield fault === undefined ? `Read again: ${source}` : `Not taken, what was known stays: ${source} (${fault})`;
    if (fault !== undefined) process.exitCode = 1;
  }
}

export async function* removeAnswer(deps: Deps, { sp, entityId }: { sp: ServiceProvider; entityId: string }): Lines {
  const { name: profile } = sp.profile;
  const removed = await transact(deps.db, (tx) => removeProvider(tx, { profile, entityId }));
  if (!removed.ok) throw new ConfigError(`${entityId} was not imported.`);
  yield `Taken out: ${entityId}`;
}

export async function* providersAnswer(deps: Deps, { profile: { name } }: ServiceProvider): Lines {
  const { spid, cieSaml } = deps.config;
  const folder = name === 'spid' ? spid.providersFolder : cieSaml.providersFolder;
  const providers = createProviders(deps, { profile: name, folder, eidas: spid.eidasProviders });
  await providers.refresh();
  const all = providers.all();
  if (all.length === 0) yield 'There are no providers.';
  for (const { entityId, name: title, certificates } of all) {
    yield `${title} · ${entityId}`;
    for (const certificate of certificates)
      yield `  certificate until ${dayOf(endOf(certificate))}, ${fingerprintLine(certificate)}`;
  }
}

export async function* checkAnswer(deps: Deps): Lines {
  const cie = deps.config.cieSaml.providersFolder !== undefined;
  const faults = [...missing(deps, { cie }), ...(await expiringCertificates(deps, deps.clock.now()))];
  yield* faults.length > 0 ? faults : ['Nothing is missing, and nothing will soon end.'];
  if (faults.length > 0) process.exitCode = 1;
}

export async function* logAnswer(
  { db, secrets }: Deps,
  wish: { from: Temporal.Instant; until: Temporal.Instant; person: string | undefined },
): Lines {
  for await (const login of loggedLogins(db, secrets, wish)) yield JSON.stringify(login);
}

/** `cie`: with what the CIE server alone asks for. */
function missing({ config: { organization } }: Deps, { cie }: { cie: boolean }): string[] {
  const town = cie && organization.municipality === undefined ? ['TURNO_ORGANIZATION_MUNICIPALITY'] : [];
  const names = [...organization.missing, ...town];
  return names.length === 0
    ? []
    : [`The metadata do not name who runs the site: set ${names.join(', ')}, then make keys.`];
}

function fingerprint(signer: string | { pem: string } | undefined): string | undefined {
  if (signer === undefined || typeof signer === 'string') return signer;
  try {
    return fingerprintOf(new X509Certificate(signer.pem));
  } catch {
    throw new ConfigError('What --certificate names is no certificate.');
  }
}

function fingerprintLine(certificate: string): string {
  return `SHA-256 ${fingerprintOf(new X509Certificate(certificate))}`;
}

function dayOf(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO('Europe/Rome').toPlainDate().toString();
}
