import type { FastifyRequest } from 'fastify';
import { readCode } from '#features/booking/index.ts';
import { readIsoDay, startOfDay } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { queryText } from '#platform/http/query.ts';
import { bookingSubject, type LogLine, logLines, logPeople } from './log-lines.query.ts';

const aPage = 50;

/** What was asked of the log, as typed. */
export interface AskedLog {
  readonly person: string;
  readonly day: string;
  readonly code: string;
}

export interface ShownLog {
  readonly asked: AskedLog;
  readonly lines: readonly LogLine[];
  readonly people: readonly { readonly id: number; readonly name: string }[];
  /** The query of the next page. */
  readonly next: string | undefined;
}

/** Reads the log of an office, or of all (null), as the address asks; what makes no sense finds nothing. */
export async function readLog(
  deps: Deps,
  request: FastifyRequest,
  place: { officeId: number | null; timeZone: string },
): Promise<ShownLog> {
  const { db } = deps;
  const { officeId, timeZone } = place;
  const asked = {
    person: typed(request, 'person', 10),
    day: typed(request, 'day', 10),
    code: typed(request, 'code', 20),
  };
  const day = readIsoDay(asked.day);
  const subject = asked.code === '' ? undefined : await bookingSubject(db, { code: readCode(asked.code), officeId });
  const isImpossible =
    (asked.code !== '' && subject === undefined) ||
    (asked.day !== '' && day === undefined) ||
    (asked.person !== '' && !/^\d{1,9}$/.test(asked.person));
  const before = /^\d{1,18}$/.exec(queryText(request.query, 'before') ?? '')?.[0];
  const filter = {
    officeId,
    accountId: asked.person === '' ? undefined : Number(asked.person),
    from: day && startOfDay(day, timeZone),
    until: day && startOfDay(day.add({ days: 1 }), timeZone),
    subject,
    before,
    most: aPage + 1,
  };
  const [found, people] = await Promise.all([isImpossible ? [] : logLines(db, filter), logPeople(db, officeId)]);
  const lines = found.slice(0, aPage);
  const last = lines.at(-1);
  const next = found.length > aPage && last ? new URLSearchParams({ ...asked, before: last.id }).toString() : undefined;
  return { asked, lines, people, next };
}

function typed(request: FastifyRequest, name: string, most: number): string {
  return (queryText(request.query, name) ?? '').replaceAll('\0', '').trim().slice(0, most);
}
