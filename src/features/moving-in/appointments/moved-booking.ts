import { type MovedBooking, readCode } from '#features/booking/index.ts';
import type { OfferingRow } from '#features/offices/index.ts';
import type { PlannerRow } from '#features/planner/index.ts';
import type { TableColumn } from '#platform/table-columns.ts';
import { faultAt, textIn } from '../field.ts';
import type { Fault } from '../fault.ts';
import type { Group, ImportRun } from '../import-run.ts';
import type { Place } from '../places.ts';
import { readMoment } from '../cells/dates.rules.ts';
import { bytesAsText, encryptedRecord } from './encrypted.ts';
import { personOf } from './person.ts';
import { confirmationOf, isLive, statusOf } from './status.ts';
import type { When } from './when.ts';

export interface Columns {
  readonly booking: readonly TableColumn[];
  readonly person: readonly TableColumn[];
}

export interface Draft extends MovedBooking {
  readonly keys: readonly Buffer[];
}

/** An appointment as it is to be written, or what is wrong with it. Its codes come last. */
export function movedBooking(
  group: Group,
  about: {
    run: ImportRun;
    columns: Columns;
    place: Place;
    offering: OfferingRow;
    planner: PlannerRow;
    when: When;
    code: string;
    external: string | null;
    accounts: ReadonlyMap<string, number>;
  },
): { ok: true; draft: Draft } | { ok: false; faults: Fault[] } {
  const { run, columns, place, offering, planner, when, code, external, accounts } = about;
  const [row] = group;
  const { values } = row;
  const { startsAt } = when;
  const isPast = Temporal.Instant.compare(startsAt, run.now) <= 0;
  const said = statusOf(values['status'], { isPast, past: run.choices.past });
  const faults: Fault[] = [];
  if (said === undefined) faults.push(faultAt(row.raw, statusField, { reason: 'past-open' }));
  if (group.length > 20) faults.push(faultAt(row.raw, statusField, { reason: 'too-many' }));
  const asked = said ?? 'booked';
  const { status, record: confirmation } = confirmationOf(asked, {
    values,
    offering,
    startsAt,
    zone: place.zone,
    now: run.now,
  });
  const live = isLive(status);
  const today = run.now.toZonedDateTimeISO(place.zone).toPlainDate();
  const people = group.map((person, position) =>
    personOf(person, {
      columns: columns.person,
      secrets: run.secrets,
      takeWrong: run.choices.wrongCodes === 'take',
      today,
      position,
      serviceCode: offering.serviceCode,
      live,
      salt: external ?? code,
    }),
  );
  for (const person of people) if (!person.ok) faults.push(...person.faults);
  const bookedAt = momentIn(values['booked_at'], place.zone);
  if (values['booked_at'] !== undefined && bookedAt === undefined)
    faults.push(
      faultAt(
        row.raw,
        { name: 'booked_at', also: ['prenotato_il', 'data_prenotazione', 'created_at'] },
        { reason: 'moment' },
      ),
    );
  if (faults.length > 0) return { ok: false, faults };
  const found = people.filter((person) => person.ok).map(({ person }) => person);
  const endsAt = when.endsAt ?? startsAt.add({ minutes: lengthOf(offering, planner) });
  const madeAt = bookedAt ?? (isPast ? startsAt : run.now);
  const source = textIn(values, 'source') ?? run.choices.source;
  const channel = textIn(values, 'channel') ?? 'web';
  const cancelled = status === 'cancelled';
  const why = textIn(values, 'cancel_reason');
  const record = {
    language: 'it',
    ...confirmation,
    ...withAccounts(columns.booking, encryptedRecord(columns.booking, values, run.secrets), accounts),
    code,
    account_id: accounts.get((textIn(values, 'account') ?? '').toLowerCase()) ?? null,
    office_id: place.id,
    offering_id: offering.id,
    service_code: offering.serviceCode,
    planner_id: planner.id,
    starts_at: startsAt.toString(),
    ends_at: endsAt.toString(),
    party: group.length,
    status,
    live,
    channel,
    cancelled_by: cancelled ? (textIn(values, 'cancelled_by') ?? 'office') : null,
    cancel_reason_cipher: cancelled && why !== null ? bytesAsText(run.secrets.encrypt(why)) : null,
    contact_email: textIn(values, 'email'),
    contact_phone: textIn(values, 'phone'),
    created_at: madeAt.toString(),
  };
  const byCitizen = ['web', 'api', 'totem'].includes(channel);
  const begun = {
    at: madeAt.toString(),
    kind: 'created',
    actor: byCitizen ? 'citizen' : 'office',
    account_id: null,
    detail: { channel, status, ...(source === null ? {} : { source }) },
  };
  const { tell } = run.choices;
  const hasReader = live && !isPast && record.contact_email !== null;
  const isNewCode = external !== null && readCode(external) !== code;
  const draft: Draft = {
    officeId: place.id,
    serviceCode: offering.serviceCode,
    promise: { plannerId: planner.id, zone: place.zone, startsAt, endsAt, isComing: !isPast && !cancelled },
    status,
    live,
    party: group.length,
    record,
    people: found.map((person) => person.record),
    // With a history of its own it needs none of ours.
    events: Number(values['events'] ?? 0) > 0 || bookedAt === undefined ? [] : [begun],
    origin: {
      source,
      externalCode: external,
      codeKey: external === null ? null : readCode(external),
      wrongCodes: found.flatMap(({ wrongCode }, position) => (wrongCode ? [position] : [])),
      seat: values['seat'] === 'beyond' || values['seat'] === 'outside' ? values['seat'] : null,
    },
    tell: hasReader && (tell === 'all' || (tell === 'changes' && isNewCode)),
    keys: found.map(({ key }) => key),
  };
  return { ok: true, draft };
}

const statusField = { name: 'status', also: ['stato', 'esito'] };

/** Minutes: what the service takes, else one slot of the planner. */
function lengthOf(offering: OfferingRow, planner: PlannerRow): number {
  const own = offering.row['duration_minutes'];
  return typeof own === 'number' ? own : (planner.rules[0]?.minutes ?? 15);
}

function withAccounts(
  columns: readonly TableColumn[],
  record: Record<string, unknown>,
  accounts: ReadonlyMap<string, number>,
) {
  for (const { name, references } of columns) {
    const value = record[name];
    if (references === 'account' && typeof value === 'string') record[name] = accounts.get(value.toLowerCase()) ?? null;
  }
  return record;
}

function momentIn(value: unknown, zone: string): Temporal.Instant | undefined {
  return typeof value === 'string' ? readMoment(value, zone) : undefined;
}

/** What is wrong with the people and the outcome of an appointment, wherever it is. */
export function faultsOfPeople(group: Group, about: { run: ImportRun; columns: Columns; isPast: boolean }): Fault[] {
  const { run, columns, isPast } = about;
  const [row] = group;
  const today = run.now.toZonedDateTimeISO('Europe/Rome').toPlainDate();
  const shape = { columns: columns.person, secrets: run.secrets, takeWrong: run.choices.wrongCodes === 'take', today };
  const people = group.map((person, position) =>
    personOf(person, { ...shape, position, serviceCode: '', live: false, salt: '' }),
  );
  const said = statusOf(row.values['status'], { isPast, past: run.choices.past });
  return [
    ...(said === undefined ? [faultAt(row.raw, statusField, { reason: 'past-open' as const })] : []),
    ...people.flatMap((person) => (person.ok ? [] : person.faults)),
  ];
}
