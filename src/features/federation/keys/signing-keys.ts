import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import type { MetadataKeys } from '../saml/metadata.ts';
import type { ServiceProvider } from '../saml/profile.ts';
import { keepKeys, keptKeys } from './keep-keys.ts';
import { makeKeys } from './make-keys.ts';

const freshFor = 30_000;

/** Our keys in a federation, read again now and then so that a change of keys is felt in every process. */
export interface SigningKeys {
  current(): Promise<MetadataKeys>;
}

/** Made at first use where nobody made them by command. */
export function signingKeys(deps: Deps, sp: ServiceProvider): SigningKeys {
  let known: { keys: MetadataKeys; until: number } | undefined;
  let reading: Promise<MetadataKeys> | undefined;
  const read = async (): Promise<MetadataKeys> => {
    const keys = (await keptKeys(deps.db, deps.secrets, sp.profile)) ?? (await makeFirst(deps, sp));
    known = { keys, until: performance.now() + freshFor };
    return keys;
  };
  return {
    async current() {
      if (known !== undefined && known.until > performance.now()) return known.keys;
      reading ??= read().finally(() => {
        reading = undefined;
      });
      return reading;
    },
  };
}

async function makeFirst(deps: Deps, sp: ServiceProvider): Promise<MetadataKeys> {
  const now = deps.clock.now();
  const { name } = sp.profile;
  const keys = await makeKeys(sp, { now });
  await transact(deps.db, async (tx) => {
    // Another process may have been quicker: then its keys are everybody's, and these are forgotten.
    const kept = await keepKeys(tx, deps.secrets, { name, keys, now });
    return kept.ok && kept.state === 'next' ? { ok: false as const, reason: 'next-exists' as const } : kept;
  });
  const kept = await keptKeys(deps.db, deps.secrets, sp.profile);
  if (kept === undefined) throw new Error('the keys of the federation were not kept');
  return kept;
}
