import { type MovedEvent, standingBookings, writeEvents } from '#features/booking/index.ts';
import { accountsNamed } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import { readMoment } from '../cells/dates.rules.ts';
import * as read from '../cells/readers.ts';
import { codesOf, standingOf } from '../appointments/codes.ts';
import { canonical } from '../column-fields.ts';
import { faultAt, type Field, type Reading, type ReadRow } from '../field.ts';
import { type Group, type ImportRun, type Kind, type Outcome, refused } from '../import-run.ts';
import { officeField, type Place, placeOf, placesOf } from '../places.ts';

const codeField: Field = {
  name: 'code',
  also: ['codice', 'codice_prenotazione', 'codice_appuntamento'],
  read: read.text(60),
  mandatory: true,
};
const atField: Field = { name: 'at', also: ['quando', 'data_ora'], read: read.text(60), mandatory: true };

const kinds = {
  created: ['creato', 'prenotato'],
  confirmed: ['confermato'],
  moved: ['spostato'],
  cancelled: ['annullato', 'disdetto'],
  'checked-in': ['arrivato'],
  served: ['servito', 'evaso'],
  'no-show': ['assente'],
};

const fields: readonly Field[] = [
  officeField,
  codeField,
  atField,
  { name: 'event', also: ['evento', 'tipo', 'kind'], read: eventKind, mandatory: true },
  {
    name: 'actor',
    also: ['chi', 'autore'],
    read: read.choice({
      citizen: ['cittadino', 'utente'],
      office: ['ufficio', 'sede', 'operatore'],
      system: ['sistema'],
    }),
  },
  { name: 'by', also: ['operatore', 'account'], read: read.text(320), personal: true },
  { name: 'source', also: ['origine', 'provenienza'], read: read.text(60) },
  { name: 'detail', also: ['dettaglio', 'dettagli'], read: read.json, personal: true },
];

/** What happened to appointments before they came, with its instants. */
export function historyKind(run: ImportRun): Kind {
  const known = new Map<string, Place>();
  return { name: 'history', fields, batch: 1000, take };

  async function take(tx: Tx, groups: readonly Group[]): Promise<Outcome[]> {
    const rows = groups.map(([row]) => row);
    const places = await placesOf(tx, rows, known);
    const codes = new Map(groups.map((group) => [group, codesOf(group, run.secrets)]));
    const typed = [...codes.values()].flatMap(({ own, external }) => [own, external].filter((code) => code !== null));
    const standing = await standingBookings(tx, typed);
    const accounts = await accountsNamed(tx, namesIn(rows));
    const alike = new Map<string, number>();
    const events: { group: Group; event: MovedEvent }[] = [];
    const outcomes = new Map<Group, Outcome>();
    for (const group of groups) {
      const [row] = group;
      const found = placeOf(run, places, row);
      if ('outcome' in found) {
        outcomes.set(group, found.outcome);
        continue;
      }
      const booking = standingOf(codes.get(group) ?? { own: null, external: null }, found.place.id, standing);
      const at = readMoment(String(row.values['at']), found.place.zone);
      if (at === undefined) outcomes.set(group, refused(faultAt(row.raw, atField, { reason: 'moment' })));
      else if (booking === undefined) {
        // A trial has not kept the appointments that this is about.
        outcomes.set(
          group,
          run.isTrial ? { became: 'waits' } : refused(faultAt(row.raw, codeField, { reason: 'unknown-booking' })),
        );
      } else {
        const event = eventOf(row, booking.id, at);
        const key = canonical(event);
        const nth = (alike.get(key) ?? 0) + 1;
        alike.set(key, nth);
        events.push({ group, event: { ...event, nth } });
      }
    }
    const made = await writeEvents(
      tx,
      events.map(({ event }) => event),
    );
    for (const [index, { group }] of events.entries())
      outcomes.set(group, { became: made.has(index) ? 'created' : 'same' });
    return groups.map((group) => outcomes.get(group) ?? { became: 'same' });

    function eventOf({ values }: ReadRow, bookingId: string, at: Temporal.Instant): Omit<MovedEvent, 'nth'> {
      const { actor, by, detail } = values;
      const source = typeof values['source'] === 'string' ? values['source'] : run.choices.source;
      const isObject = typeof detail === 'object' && detail !== null && !Array.isArray(detail);
      return {
        bookingId,
        at: at.toString(),
        kind: String(values['event']),
        actor: actor === 'citizen' || actor === 'system' ? actor : 'office',
        accountId: typeof by === 'string' ? (accounts.get(by.toLowerCase()) ?? null) : null,
        detail: { ...(isObject ? detail : {}), ...(source === null ? {} : { source }) },
      };
    }
  }
}

function namesIn(rows: readonly ReadRow[]): string[] {
  return [
    ...new Set(
      rows
        .map(({ values }) => values['by'])
        .filter((by) => typeof by === 'string')
        .map((by) => by.toLowerCase()),
    ),
  ];
}

/** Words of other systems for what we have a name for; other kinds of ours as they are. */
function eventKind(text: string): Reading {
  const known = read.choice(kinds)(text);
  if (known.ok) return known;
  return /^[a-z][a-z-]{1,39}$/.test(text)
    ? { ok: true, value: text }
    : { ok: false, reason: 'choice', detail: Object.keys(kinds).join(', ') };
}
