import { parseArgs } from 'node:util';
import { largestReport, receiveFolder, receiveReport } from '#features/notifications/index.ts';
import { ConfigError } from '#platform/config.ts';
import type { Deps } from '#platform/deps.ts';
import { createDeps } from '../create-deps.ts';

const usage = 'Usage: turno mail receive [--recipient ADDRESS] < e-mail, or turno mail receive --folder MAILDIR';

/** sysexits.h: the mail server keeps the e-mail and tries again. */
const tryAgain = 75;

/**
 * `mail receive`: takes e-mail that came back, piped by a mail server or from a Maildir. Ends with 0 for whatever was read,
 * even if it says nothing, since nobody should be told so; with 75 when it could not be written down.
 */
export async function mailCommand(args: string[]): Promise<void> {
  const { folder, recipient } = readArguments(args);
  let close: () => Promise<void> = async () => undefined;
  try {
    const program = createDeps('command');
    close = program.close;
    process.stdout.write(`${await take(program.deps, folder, recipient)}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    process.stderr.write(`E-mail that came back could not be taken now: ${why}\n`);
    process.exitCode = tryAgain;
  } finally {
    await close();
  }
}

async function take(deps: Deps, folder: string | undefined, recipient: string | undefined): Promise<string> {
  if (folder !== undefined) {
    const counts = await receiveFolder(deps, folder);
    return Object.entries(counts)
      .map(([what, count]) => `${what}: ${count}`)
      .join(', ');
  }
  const recipients = recipient === undefined ? [] : [recipient];
  return receiveReport(deps, { raw: await readInput(), recipients });
}

function readArguments(args: string[]): { folder: string | undefined; recipient: string | undefined } {
  const options = { folder: { type: 'string' }, recipient: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length !== 1 || positionals[0] !== 'receive') throw new ConfigError(usage);
    return { folder: values.folder, recipient: values.recipient };
  } catch {
    throw new ConfigError(usage);
  }
}

/** Standard input, as much as is looked at. */
async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length - bytes.length < largestReport) chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
