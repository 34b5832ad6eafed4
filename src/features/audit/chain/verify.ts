import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { ChainFault, ChainFaultKind, ChainReport } from './chain-fault.ts';
import { beginning, linkHash } from './content.ts';
import { type Head, isSigned } from './head.ts';
import { lastCut, linksFrom, looseEntries, type ReadLink } from './links.query.ts';

/** Reads the whole chain, as it stands at one moment, and says what is not as it was written. */
export async function verifyChain(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  request: { now: Temporal.Instant; noted?: readonly Head[] },
): Promise<ChainReport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const chain = await judgeLinks(tx, secrets, request.noted ?? []);
      const loose = await looseEntries(tx, request.now);
      return { ...chain, faults: [...chain.faults, ...loose.faults], waiting: loose.waiting };
    });
}

/** The links up to a number (all), each against the one before it and against its entry. */
export async function judgeLinks(
  tx: Tx,
  secrets: Secrets,
  noted: readonly Head[],
  upTo?: number,
): Promise<Omit<ChainReport, 'waiting'>> {
  const faults: ChainFault[] = [];
  const cut = await lastCut(tx);
  if (cut && !isSigned(secrets, cut, 'cut', cut.signature))
    faults.push({ kind: 'not-signed', seq: cut.seq, entryId: null, since: cut.cutAt });
  let head: Head = cut ?? { seq: 0, hash: beginning };
  let from: Temporal.Instant | null = null;
  let last: ReadLink | undefined;
  let links = 0;
  for await (const link of linksFrom(tx, head.seq, upTo ?? Number.MAX_SAFE_INTEGER)) {
    for (const kind of faultsOf(secrets, { head, link, noted })) faults.push(faultAt(link, kind));
    head = link;
    last = link;
    from ??= link.linkedAt;
    links += 1;
  }
  if (upTo === undefined && last?.signature === null) faults.push(faultAt(last, 'not-signed'));
  const since = last?.linkedAt ?? cut?.cutAt ?? null;
  for (const one of upTo === undefined ? noted : [])
    if (one.seq > head.seq) faults.push({ kind: 'noted-missing', seq: one.seq, entryId: null, since });
  return { faults, links, head: { seq: head.seq, hash: head.hash }, from };
}

function faultsOf(
  secrets: Secrets,
  { head, link, noted }: { head: Head; link: ReadLink; noted: readonly Head[] },
): ChainFaultKind[] {
  const found: ChainFaultKind[] = [];
  if (link.seq !== head.seq + 1) found.push('gap');
  if (link.entry === null) found.push('removed');
  // After a gap nothing is left to hash this one with.
  else if (found.length === 0 && !linkHash(head.hash, link, link.entry).equals(link.hash)) found.push('changed');
  if (link.signature !== null && !isSigned(secrets, link, 'link', link.signature)) found.push('not-signed');
  if (noted.some((one) => one.seq === link.seq && !one.hash.equals(link.hash))) found.push('noted-missing');
  return found;
}

function faultAt({ seq, entryId, linkedAt }: ReadLink, kind: ChainFaultKind): ChainFault {
  return { kind, seq, entryId, since: linkedAt };
}
