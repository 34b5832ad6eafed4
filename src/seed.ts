import { createDemo } from '#features/demo/index.ts';
import { importReferenceData } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';

/** Loads the data shipped with the product when they have changed, and in the demo set-up makes the demo set once. */
export async function seed(deps: Deps): Promise<void> {
  const { imported } = await transact(deps.db, (tx) =>
    importReferenceData(tx, { now: deps.clock.now(), demo: deps.config.demo }),
  );
  if (imported) deps.log.info('the data shipped with the product were imported');
  if (deps.config.demo) await createDemo(deps);
}
