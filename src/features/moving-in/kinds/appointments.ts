import { livePeople, standingBookings, writeBookings, type WrittenBooking } from '#features/booking/index.ts';
import { accountsNamed } from '#features/identity/index.ts';
import type { PlannerRow } from '#features/planner/index.ts';
import { attemptAll } from '#platform/attempt.ts';
import type { Db, Tx } from '#platform/database.ts';
import { tableColumns } from '#platform/table-columns.ts';
import { codesOf, newCodes, standingOf, type TypedCodes } from '../appointments/codes.ts';
import {
  appointmentFields,
  movableBookingColumns,
  movablePersonColumns,
  personFields,
} from '../appointments/fields.ts';
import { type Draft, faultsOfPeople, movedBooking } from '../appointments/moved-booking.ts';
import { isLive, statusOf } from '../appointments/status.ts';
import { whenOf, type When } from '../appointments/when.ts';
import { faultAt, type ReadRow } from '../field.ts';
import { type Group, type ImportRun, type Kind, type Mark, type Outcome, refused } from '../import-run.ts';
import { notFitting } from '../not-fitting.ts';
import { officeCode, type Place, placeOf, placesOf, plannerField, plannerOf, serviceField } from '../places.ts';
import { servicesByWord } from './service-words.ts';

interface Ready extends Draft {
  readonly group: Group;
  readonly isNewCode: boolean;
}

/** Appointments, a row for each of their people. */
export async function appointmentsKind(db: Db, run: ImportRun): Promise<Kind> {
  const columns = {
    booking: movableBookingColumns(await tableColumns(db, 'booking')),
    person: movablePersonColumns(await tableColumns(db, 'booking_person')),
  };
  const words = await servicesByWord(db);
  const known = new Map<string, Place>();
  const fields = [...appointmentFields(columns.booking), ...personFields(columns.person)];
  const accountFields = [
    'account',
    ...columns.booking.filter(({ references }) => references !== null).map(({ name }) => name),
  ];
  return { name: 'appointments', fields, batch: 500, together, take };

  async function take(tx: Tx, groups: readonly Group[]): Promise<Outcome[]> {
    const rows = groups.map(([row]) => row);
    const places = await placesOf(tx, rows, known);
    const codes = new Map(groups.map((group) => [group, codesOf(group, run.secrets)]));
    const standing = await standingBookings(
      tx,
      [...codes.values()].flatMap(({ own, external }) => [own, external].filter((code) => code !== null)),
    );
    const accounts = await accountsNamed(tx, namesIn(rows));
    const taken = new Set(standing.map(({ code }) => code));
    const seen = new Set<string>();
    const outcomes = new Map<Group, Outcome>();
    const ready: Ready[] = [];
    for (const group of groups) {
      const outcome = prepare(group, codes.get(group) ?? { own: null, external: null });
      if (!('became' in outcome)) ready.push(outcome);
      else outcomes.set(group, outcome.became === 'waits' ? byItself(group) : outcome);
    }
    const free = await withoutDoubles(tx, ready, outcomes);
    const written = new Map<Ready, WrittenBooking>();
    const failed = await attemptAll(tx, free, async (bookings) => {
      const made = await writeBookings(tx, { ...run, bookings });
      for (const [index, booking] of bookings.entries()) {
        const one = made[index];
        if (one) written.set(booking, one);
      }
    });
    for (const booking of free)
      outcomes.set(booking.group, { became: 'created', marks: marksOf(booking, written.get(booking)) });
    for (const { item, error } of failed) outcomes.set(item.group, refused(notFitting(item.group[0], error)));
    return groups.map((group) => outcomes.get(group) ?? { became: 'same' });

    function prepare(group: Group, typed: TypedCodes): Outcome | Ready {
      const [row] = group;
      const serviceCode = words.find(String(row.values['service']));
      if (serviceCode === undefined) return refused(faultAt(row.raw, serviceField, { reason: 'unknown-service' }));
      const found = placeOf(run, places, row);
      if ('outcome' in found) return found.outcome;
      const { place } = found;
      const when = whenOf(row, place.zone);
      if (!when.ok) return refused(when.fault);
      const before = standingOf(typed, place.id, standing);
      if (before) {
        const said = statusOf(row.values['status'], { isPast: isPast(when.when), past: run.choices.past });
        const isSame =
          before.startsAt.equals(when.when.startsAt) &&
          before.serviceCode === serviceCode &&
          before.party === group.length &&
          (said === undefined || said === before.status || (isLive(said) && isLive(before.status)));
        return { became: isSame ? 'same' : 'kept' };
      }
      const key = `${place.code} ${typed.own ?? ''} ${typed.external ?? ''}`;
      if (seen.has(key)) return refused(faultAt(row.raw, { name: 'code', also: ['codice'] }, { reason: 'twice' }));
      seen.add(key);
      const offering = place.offerings.find((one) => one.serviceCode === serviceCode);
      if (offering === undefined) {
        if (run.wouldBe.has(`service ${place.code} ${serviceCode}`)) return { became: 'waits' };
        return refused(faultAt(row.raw, serviceField, { reason: 'unknown-service' }));
      }
      const planner = plannerFor(place, row, offering.id, serviceCode);
      if ('outcome' in planner) return planner.outcome;
      const { own, external } = newCodes(typed, (code) => taken.has(code));
      taken.add(own);
      const about = { run, columns, place, offering, ...planner, when: when.when, code: own, external, accounts };
      const moved = movedBooking(group, about);
      return moved.ok ? { ...moved.draft, group, isNewCode: typed.own !== own } : refused(...moved.faults);
    }
  }

  /** What can be said in a trial of an appointment whose office, service or planner is still to be made. */
  function byItself(group: Group): Outcome {
    const [row] = group;
    const when = whenOf(row, 'Europe/Rome');
    if (!when.ok) return refused(when.fault);
    const faults = faultsOfPeople(group, { run, columns, isPast: isPast(when.when) });
    return faults.length > 0 ? refused(...faults) : { became: 'waits' };
  }

  function plannerFor(
    place: Place,
    row: ReadRow,
    offeringId: number,
    service: string,
  ): { planner: PlannerRow } | { outcome: Outcome } {
    if (row.values['planner'] !== undefined) return plannerOf(run, place, row);
    const serving = place.planners.filter(({ offeringIds }) => offeringIds.includes(offeringId));
    const [planner] = serving.sort((a, b) => Number(b.published) - Number(a.published) || a.id - b.id);
    if (planner) return { planner };
    const isComing = run.wouldBe.has(`planning ${place.code}`);
    return {
      outcome: isComing
        ? { became: 'waits' }
        : refused(faultAt(row.raw, plannerField, { reason: 'no-planner', detail: service })),
    };
  }

  /** One live booking for each person and service: whoever has one already is told apart before anything is written. */
  async function withoutDoubles(tx: Tx, ready: readonly Ready[], outcomes: Map<Group, Outcome>): Promise<Ready[]> {
    const asked = ready.flatMap(({ live, keys, serviceCode }) =>
      live ? keys.map((key) => ({ key, serviceCode })) : [],
    );
    const live = await livePeople(tx, asked);
    return ready.filter((booking) => {
      if (!booking.live) return true;
      const names = booking.keys.map((key) => `${key.toString('hex')} ${booking.serviceCode}`);
      const at = names.findIndex(
        (name, index) => live.has(name) || run.wouldBe.has(`live ${name}`) || names.indexOf(name) < index,
      );
      const row = booking.group[at];
      if (row === undefined) {
        for (const name of names) {
          live.add(name);
          // What a trial takes back, its next batch could not know of.
          if (run.isTrial) run.wouldBe.add(`live ${name}`);
        }
        return true;
      }
      const field = { name: 'codice_fiscale', also: ['cf'], personal: true };
      outcomes.set(booking.group, refused(faultAt(row.raw, field, { reason: 'already-booked' })));
      return false;
    });
  }

  function isPast({ startsAt }: When): boolean {
    return Temporal.Instant.compare(startsAt, run.now) <= 0;
  }

  function namesIn(rows: readonly ReadRow[]): string[] {
    return [
      ...new Set(
        rows
          .flatMap(({ values }) => accountFields.map((name) => values[name]))
          .filter((name) => typeof name === 'string')
          .map((name) => name.toLowerCase()),
      ),
    ];
  }
}

/** The rows of an appointment follow each other with the same code; a row without one stands alone. */
function together({ raw, values }: ReadRow): string {
  const code = values['code'] ?? values['external_code'];
  return typeof code === 'string' ? `${officeCode(values)} ${code}` : `line ${raw.line}`;
}

function marksOf(booking: Ready, written: WrittenBooking | undefined): Mark[] {
  return [
    ...(written?.seat ? [written.seat] : []),
    ...(booking.origin.wrongCodes.length > 0 ? ['wrong-code' as const] : []),
    ...(booking.isNewCode ? ['new-code' as const] : []),
    ...(booking.tell ? ['told' as const] : []),
  ];
}
