import { open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { largestReport, receiveReport, type Received } from './receive-report.ts';

/**
 * Takes all new e-mails of a Maildir, and moves each among the read ones: whoever looks after the mailbox finds them
 * there. Answers how many of each kind there were. @throws when the folder is none, or the database does not answer; what
 * was not moved is taken the next time
 */
export async function receiveFolder(
  deps: Parameters<typeof receiveReport>[0],
  folder: string,
): Promise<Record<Received, number>> {
  const counts: Record<Received, number> = { bounced: 0, delivered: 0, ignored: 0, unknown: 0 };
  for (const name of (await readdir(join(folder, 'new'))).toSorted()) {
    const file = join(folder, 'new', name);
    counts[await receiveReport(deps, { raw: await beginningOf(file), recipients: [] })] += 1;
    await rename(file, join(folder, 'cur', `${name.replace(/:2,.*$/, '')}:2,S`));
  }
  return counts;
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(largestReport);
    const { bytesRead } = await handle.read(buffer, 0, largestReport, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
