import type { Deps } from '#platform/deps.ts';
import type { SamlProfile } from '../saml/profile.ts';
import type { SamlProvider } from '../saml/provider.ts';
import { readProviderMetadata } from '../saml/provider-metadata.ts';
import '../tables.ts';
import { providerFolder } from './provider-folder.ts';

/** A provider and what its people are known by here. */
export interface KnownProvider extends SamlProvider {
  readonly scheme: 'spid' | 'cie' | 'eidas';
}

/** Whom one can log in with now: files of a folder, what was imported, and what the application adds. */
export interface Providers {
  all(): readonly KnownProvider[];
  find(entityId: string): KnownProvider | undefined;
  /** Reads what was imported again. */
  refresh(): Promise<void>;
}

const freshFor = 30_000;

/** Values that are replaced: providers come, go and change their keys while the program runs. */
export function createProviders(
  deps: Pick<Deps, 'db' | 'log'>,
  options: {
    profile: SamlProfile['name'];
    folder: string | undefined;
    /** entities that speak for other countries */
    eidas?: readonly string[];
    also?: () => readonly KnownProvider[];
  },
): Providers {
  const { profile, folder, eidas = [], also = () => [] } = options;
  const inFolder = folder === undefined ? () => [] : providerFolder(folder, { log: deps.log });
  let imported: readonly SamlProvider[] = [];
  let staleAt = 0;

  async function refresh(): Promise<void> {
    staleAt = performance.now() + freshFor;
    imported = await importedProviders(deps.db, profile);
  }

  function refreshSometimes(): void {
    if (performance.now() < staleAt) return;
    refresh().catch((error: unknown) => deps.log.warn({ err: error }, 'imported identity providers cannot be read'));
  }

  function all(): readonly KnownProvider[] {
    refreshSometimes();
    const known = new Map<string, KnownProvider>(also().map((provider) => [provider.entityId, provider]));
    // A file of the folder is the administrator's own word: it comes before what was imported.
    for (const provider of [...inFolder(), ...imported]) {
      if (known.has(provider.entityId)) continue;
      known.set(provider.entityId, { ...provider, scheme: eidas.includes(provider.entityId) ? 'eidas' : profile });
    }
    return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
  }

  return { all, find: (entityId) => all().find((provider) => provider.entityId === entityId), refresh };
}

async function importedProviders(db: Deps['db'], profile: SamlProfile['name']): Promise<SamlProvider[]> {
  const rows = await db.selectFrom('identity_provider').select('metadata').where('profile', '=', profile).execute();
  return rows.flatMap(({ metadata }) => {
    const read = readProviderMetadata(metadata);
    return read.ok ? read.providers : [];
  });
}
