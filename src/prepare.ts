import { databaseFailure } from '#launch/database-address.ts';
import { demoNotice } from '#launch/demo-notice.ts';
import { migrate } from '#platform/migrate.ts';
import { createDeps } from './create-deps.ts';
import { seed } from './seed.ts';

/** Brings the schema, then the data, up to date; both may be repeated at any time. */
export async function prepare({ schema = true, data = true }: { schema?: boolean; data?: boolean }): Promise<void> {
  const { deps, close } = createDeps('command');
  try {
    const url = deps.config.databaseUrl ?? '';
    const failure = await databaseFailure(url);
    if (failure !== undefined) throw failure;
    if (schema) await migrate(url);
    if (data) await seed(deps);
    const notice = await demoNotice({ url, demo: deps.config.demo });
    if (notice !== undefined) deps.log.warn(notice);
  } finally {
    await close();
  }
}
