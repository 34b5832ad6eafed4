import {
  type ChainFault,
  type ChainReport,
  type Head,
  headInWords,
  noteHead,
  notedHead,
  readHead,
  verifyChain,
} from '#features/audit/index.ts';
import type { Deps } from '#platform/deps.ts';
import { createDeps } from '../create-deps.ts';

const usage = `Usage: turno audit verify [--head SEQ:HASH]
       turno audit note

  verify            reads the whole audit log and says whether an entry was removed, changed or put elsewhere, and from
                    when on the log proves nothing; ends with 0 when nothing was, with 1 otherwise
  --head SEQ:HASH   an end of the log that was noted elsewhere (the worker says it in its log every hour): is it still
                    in it? The one noted in TURNO_DATA (audit-head) is always asked for
  note              takes the present end as the one to go on from, after a backup was restored: verify first
`;

/** `audit verify` and `audit note`. */
export async function auditCommand(args: string[]): Promise<void> {
  const { deps, close } = createDeps('command');
  try {
    const { code, said } = await auditAnswer(deps, args);
    (code === 2 ? process.stderr : process.stdout).write(said);
    process.exitCode = code;
  } finally {
    await close();
  }
}

/** What is printed, and what the command ends with. */
export async function auditAnswer(deps: Deps, args: string[]): Promise<{ code: number; said: string }> {
  const asked = readArguments(args);
  if (asked === undefined) return { code: 2, said: usage };
  return asked.what === 'verify' ? verifyAnswer(deps, asked.heads) : noteAnswer(deps);
}

function readArguments([what, ...rest]: string[]): { what: 'verify' | 'note'; heads: Head[] } | undefined {
  if (what === 'note' && rest.length === 0) return { what, heads: [] };
  if (what !== 'verify' || rest.length % 2 !== 0) return undefined;
  const heads: Head[] = [];
  for (let at = 0; at < rest.length; at += 2) {
    const head = rest[at] === '--head' ? readHead(rest[at + 1] ?? '') : undefined;
    if (head === undefined) return undefined;
    heads.push(head);
  }
  return { what, heads };
}

async function verifyAnswer(deps: Deps, heads: readonly Head[]): Promise<{ code: number; said: string }> {
  const own = await notedHead(deps.config);
  const noted = own ? [...heads, own] : heads;
  const report = await verifyChain(deps, { now: deps.clock.now(), noted });
  return { code: report.faults.length > 0 ? 1 : 0, said: inWords(report) };
}

async function noteAnswer(deps: Deps): Promise<{ code: number; said: string }> {
  const { head, faults } = await verifyChain(deps, { now: deps.clock.now() });
  if (faults.some(({ kind }) => kind === 'not-signed')) {
    return { code: 1, said: 'The log does not end with a signature of this secret: nothing is noted.\n' };
  }
  await noteHead(deps.config, head);
  return { code: 0, said: `Noted: ${headInWords(head)}. Start the worker again.\n` };
}

const mostSaid = 20;

function inWords({ faults, links, waiting, head, from }: ChainReport): string {
  const since = faults.flatMap((fault) => fault.since ?? []).toSorted((a, b) => Temporal.Instant.compare(a, b))[0];
  const lines =
    faults.length === 0
      ? [`The audit log is as it was written: ${links} entries${from === null ? '' : ` since ${from.toString()}`}.`]
      : [
          ...faults.slice(0, mostSaid).map(faultInWords),
          ...(faults.length > mostSaid ? [`… and ${faults.length - mostSaid} more.`] : []),
          since === undefined
            ? 'It cannot be said since when.'
            : `From ${since.toString()} on the log is not proved to be as it was written; before, it is.`,
        ];
  if (waiting > 0) lines.push(`Entries that the worker will chain in a moment: ${waiting}.`);
  lines.push(`Its end, to be noted elsewhere: ${headInWords(head)}`);
  return `${lines.join('\n')}\n`;
}

function faultInWords({ kind, seq, entryId, since }: ChainFault): string {
  const at = since === null ? '' : ` (${since.toString()})`;
  switch (kind) {
    case 'changed':
      return `Entry ${entryId}, link ${seq}${at}: was changed, or put in another place.`;
    case 'removed':
      return `Entry ${entryId}, link ${seq}${at}: was removed.`;
    case 'gap':
      return `Link ${seq}${at}: what stood before it was removed.`;
    case 'not-signed':
      return `Link ${seq}${at}: was written by somebody without the secret.`;
    case 'noted-missing':
      return `Link ${seq}: the end that was noted is not in the log; entries were removed or written anew.`;
    case 'unlinked':
      return `Entry ${entryId}${at}: was never chained. Is the worker running?`;
    case 'removed-unlinked':
      return `Entry ${entryId}: was removed before it was chained.`;
  }
}
