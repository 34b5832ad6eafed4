import { writeFile } from 'node:fs/promises';
import { type Fault, importFiles, type ImportRequest } from '#features/moving-in/index.ts';
import type { Deps } from '#platform/deps.ts';

export type ImportOptions = Partial<Omit<ImportRequest, 'choices'>> & Partial<ImportRequest['choices']>;

/** Writes a file and imports it, for real unless it is said otherwise; what became of it, and the faults of its rows. */
export async function importText(deps: Deps, path: string, content: string | Buffer, options: ImportOptions = {}) {
  await writeFile(path, content);
  const { tell = 'none', wrongCodes = 'refuse', past = 'refuse', source = null, ...rest } = options;
  const faults: Fault[] = [];
  const outcome = await importFiles(deps, {
    paths: [path],
    apply: true,
    language: 'it',
    choices: { tell, wrongCodes, past, source },
    onFault: (fault) => faults.push(fault),
    ...rest,
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  const [report] = outcome.files;
  const { counts, fault, ignored } = report ?? {};
  return { counts, fault, ignored, faults, outcome };
}
