import { writeFile } from 'node:fs/promises';
import { projectPath } from '#platform/root.ts';
import { dumpSchema } from '#platform/schema-dump.ts';
import { createDeps } from '../create-deps.ts';
import { prepare } from '../prepare.ts';

/** `schema`: applies the migrations, then writes db/schema.sql from the database, for the diff of a change. */
export async function schemaCommand(): Promise<void> {
  await prepare({ data: false });
  const { deps, close } = createDeps('command');
  try {
    await writeFile(projectPath('db', 'schema.sql'), await dumpSchema(deps.config.databaseUrl ?? ''));
  } finally {
    await close();
  }
}
