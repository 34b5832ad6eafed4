import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import type { SamlProfile } from '../saml/profile.ts';
import '../tables.ts';
import { fetchMetadata } from './fetch-metadata.ts';
import { importMetadata } from './import-metadata.ts';

export interface Refreshed {
  readonly profile: SamlProfile['name'];
  readonly source: string;
  /** undefined: they were read again */
  readonly fault: string | undefined;
}

/**
 * Reads every imported address again, and takes what it says when the same certificate as before has signed it. Where it
 * has not, or nobody answers, what is known stays.
 */
export async function refreshMetadata(
  deps: Deps,
  { profile }: { profile?: SamlProfile['name'] } = {},
): Promise<Refreshed[]> {
  const rows = await deps.db
    .selectFrom('identity_provider')
    .select(['profile', 'source', 'signer'])
    .distinct()
    .where('source', 'is not', null)
    .$if(profile !== undefined, (query) => query.where('profile', '=', profile ?? 'spid'))
    .orderBy('source')
    .execute();
  const done: Refreshed[] = [];
  for (const { profile: of, source, signer } of rows) {
    if (source === null) continue;
    done.push({ profile: of, source, fault: await refreshOne(deps, { profile: of, source, signer }) });
  }
  return done;
}

async function refreshOne(
  deps: Deps,
  { profile, source, signer }: { profile: SamlProfile['name']; source: string; signer: string },
): Promise<string | undefined> {
  try {
    const text = await fetchMetadata(source);
    const now = deps.clock.now();
    const outcome = await transact(deps.db, (tx) => importMetadata(tx, { profile, text, source, signer, now }));
    return outcome.ok ? undefined : outcome.reason;
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}
