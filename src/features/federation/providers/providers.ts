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
  /** Whether any is known by a file or by an import, and not by the application alone. */
  areReal(): boolean;
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

  function real(): readonly SamlProvider[] {
    refreshSometimes();
    return [...inFolder(), ...imported];
  }

  function all(): readonly KnownProvider[] {
    const known = new Map<string, KnownProvider>(also().map((provider) => [provider.entityId, provider]));
    // A file of the folder is the administrator's own word: it comes before what was imported.
    for (const provider of real()) {
      if (known.has(provider.entityId)) continue;
      known.set(provider.entityId, { ...provider, scheme: eidas.includes(provider.entityId) ? 'eidas' : profile });
    }
    return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
  }

  return {
    all,
    find: (entityId) => all().find((provider) => provider.entityId === entityId),
    areReal: () => real().length > 0,
    refresh,
  };
}

/** Those whose metadata were imported. */
export async function importedProviders(db: Deps['db'], profile: SamlProfile['name']): Promise<SamlProvider[]> {
  const rows = await db.selectFrom('identity_provider').select('metadata').where('profile', '=', profile).execute();
  return rows.flatMap(({ metadata }) => {
    const read = readProviderMetadata(metadata);
    return read.ok ? read.providers : [];
  });
}
