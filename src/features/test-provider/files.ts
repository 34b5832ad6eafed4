import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '#platform/deps.ts';
import { providerKey, testProviderFolder } from './key.ts';
import { providerMetadata } from './metadata.ts';
import { type ProfileName, profileNames, profiles } from './profiles.ts';

/** The European node is one more provider of SPID; CIE is a federation of its own. */
const federations = { spid: 'spid', eidas: 'spid', cie: 'cie' } as const satisfies Record<ProfileName, string>;

/** The folder of metadata files that a federation finds its providers in. */
export function metadataFolder(deps: Pick<Deps, 'config'>, federation: 'spid' | 'cie'): string {
  return join(testProviderFolder(deps), federation);
}

/**
 * Makes the provider's key at the first start of the demo set-up, and writes its metadata for the address that the site has
 * this time. Elsewhere nothing is made.
 */
export async function prepareTestProvider(deps: Pick<Deps, 'config' | 'clock'>): Promise<void> {
  if (!deps.config.demo) return;
  const key = await providerKey(deps);
  for (const name of profileNames) {
    const folder = metadataFolder(deps, federations[name]);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${name}.xml`);
    // Nobody reads half a file: several processes may start at once.
    const draft = join(testProviderFolder(deps), `${name}.${process.pid}.draft`);
    writeFileSync(draft, providerMetadata(deps, { key, profile: profiles[name] }));
    renameSync(draft, file);
  }
}
