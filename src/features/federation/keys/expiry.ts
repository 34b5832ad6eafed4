import { X509Certificate } from 'node:crypto';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { providerFolder } from '../providers/provider-folder.ts';
import { importedProviders } from '../providers/providers.ts';
import type { SamlProfile } from '../saml/profile.ts';
import type { SamlProvider } from '../saml/provider.ts';
import '../tables.ts';

/** Days ahead of the end of a certificate: of ours, since a federation takes weeks to take a new one, and of others'. */
export const warnDays = { own: 60, provider: 30 } as const;

const names = ['spid', 'cie'] as const satisfies readonly SamlProfile['name'][];

/** What will soon end, or has: each in a sentence for whoever looks after the site. */
export async function expiringCertificates(
  { db, config, log }: Pick<Deps, 'db' | 'config' | 'log'>,
  now: Temporal.Instant,
): Promise<string[]> {
  const folders = { spid: config.spid.providersFolder, cie: config.cieSaml.providersFolder };
  const faults: string[] = [];
  for (const profile of names) {
    faults.push(...(await ownFaults(db, profile, now)));
    const folder = folders[profile];
    const inFolder = folder === undefined ? [] : providerFolder(folder, { log })();
    const providers = [...inFolder, ...(await importedProviders(db, profile))];
    faults.push(...providers.flatMap((provider) => providerFault(provider, now) ?? []));
  }
  return faults;
}

/** When a certificate ends. */
export function endOf(certificate: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(new X509Certificate(certificate).validToDate.getTime());
}

async function ownFaults(db: Db, profile: SamlProfile['name'], now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('federation_key')
    .select(['state', 'expires_at'])
    .where('profile', '=', profile)
    .where('state', '<>', 'retired')
    .execute();
  const inUse = rows.find(({ state }) => state === 'in-use');
  if (inUse === undefined || daysLeft(inUse.expires_at, now) > warnDays.own) return [];
  const next = rows.some(({ state }) => state === 'next');
  const todo = next
    ? 'the next one is made: tell the federation of the metadata, then run turno identity use-next'
    : 'run turno identity keys, and tell the federation of the metadata';
  return [`Our certificate of ${profile} ${ends(inUse.expires_at, now)}: ${todo}.`];
}

/** A provider is well while one of its certificates is. */
function providerFault({ entityId, certificates }: SamlProvider, now: Temporal.Instant): string | undefined {
  const last = certificates.map(endOf).toSorted(Temporal.Instant.compare).at(-1);
  if (last === undefined || daysLeft(last, now) > warnDays.provider) return undefined;
  return `The certificate of ${entityId} ${ends(last, now)}: import its metadata again.`;
}

function ends(end: Temporal.Instant, now: Temporal.Instant): string {
  const day = end.toZonedDateTimeISO('UTC').toPlainDate().toString();
  return Temporal.Instant.compare(end, now) <= 0 ? `ended on ${day}` : `ends on ${day}`;
}

function daysLeft(end: Temporal.Instant, now: Temporal.Instant): number {
  return end.since(now).total('hours') / 24;
}
