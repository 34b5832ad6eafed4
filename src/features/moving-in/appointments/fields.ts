import { channels, bookingStatuses, relationships } from '#features/booking/index.ts';
import { emailField, nameField, phoneField } from '#features/identity/index.ts';
import type { TableColumn } from '#platform/table-columns.ts';
import * as read from '../cells/readers.ts';
import { columnFields } from '../column-fields.ts';
import type { Field, Reading } from '../field.ts';
import { officeField, plannerField, serviceField } from '../places.ts';

/** Columns of a booking that a file does not carry as they are: made here, or named otherwise. */
const ownOfBooking = new Set([
  'code',
  'hold_id',
  'account_id',
  'office_id',
  'offering_id',
  'service_code',
  'planner_id',
  'slot_ids',
  'slot_id',
  'starts_at',
  'ends_at',
  'party',
  'status',
  'live',
  'cancel_reason',
  'cancel_reason_cipher',
  'created_at',
  'contact_email',
  'contact_phone',
]); // prettier-ignore
const ownOfPerson = new Set([
  'booking_id',
  'position',
  'person_key',
  'service_code',
  'live',
  'codice_fiscale_key',
  'codice_fiscale_cipher',
]);

/** Columns that name an account are carried as its address; what names other rows stays behind. */
export function movableBookingColumns(columns: readonly TableColumn[]): TableColumn[] {
  return columns.filter(
    ({ name, references }) => !ownOfBooking.has(name) && (references === null || references === 'account'),
  );
}

export function movablePersonColumns(columns: readonly TableColumn[]): TableColumn[] {
  return columns.filter(({ name, references }) => !ownOfPerson.has(name) && references === null);
}

const anyText = read.text(300);

const statuses = {
  ...Object.fromEntries(bookingStatuses.map((status) => [status, [] as string[]])),
  booked: ['prenotato', 'prenotata', 'da confermare', 'inserito', 'attivo', 'attiva'],
  confirmed: ['confermato', 'confermata'],
  'awaiting-office': ['in attesa', 'da approvare', 'in attesa della sede'],
  'awaiting-clearance': ['in attesa di nulla osta'],
  'checked-in': ['arrivato', 'arrivata', 'in sala'],
  served: ['servito', 'servita', 'evaso', 'evasa', 'erogato', 'concluso', 'conclusa', 'completato', 'presente'],
  'no-show': ['assente', 'non presentato', 'non presentata', 'noshow', 'mancato'],
  cancelled: ['annullato', 'annullata', 'disdetto', 'disdetta', 'cancellato', 'cancellata'],
};

/** What is said of the appointment, the same in each row of its people. */
export function appointmentFields(columns: readonly TableColumn[]): Field[] {
  return [
    officeField,
    serviceField,
    { ...plannerField, mandatory: false },
    {
      name: 'code',
      also: [
        'codice',
        'codice_prenotazione',
        'codice_appuntamento',
        'numero_prenotazione',
        'id_prenotazione',
        'booking_code',
      ],
      read: read.text(60),
    },
    { name: 'external_code', also: ['codice_esterno', 'codice_di_prima'], read: read.text(60) },
    { name: 'source', also: ['origine', 'provenienza'], read: read.text(60) },
    { name: 'starts_at', also: ['inizio', 'data_ora', 'data_e_ora', 'datetime'], read: anyText },
    { name: 'ends_at', also: ['fine'], read: anyText },
    { name: 'date', also: ['data', 'data_appuntamento', 'giorno', 'day'], read: anyText },
    { name: 'time', also: ['ora', 'orario', 'ora_appuntamento', 'ora_inizio', 'start_time'], read: read.hour },
    { name: 'until', also: ['ora_fine', 'alle', 'end_time'], read: read.hour },
    { name: 'minutes', also: ['durata', 'minuti', 'durata_minuti', 'duration'], read: read.wholeNumber },
    { name: 'status', also: ['stato', 'esito'], read: read.choice(statuses) },
    {
      name: 'email',
      also: ['e_mail', 'mail', 'posta_elettronica', 'indirizzo_email', 'indirizzo_e_mail'],
      read: parsed(emailField, 'email'),
      personal: true,
    },
    {
      name: 'phone',
      also: ['telefono', 'cellulare', 'tel', 'mobile'],
      read: parsed(phoneField, 'phone'),
      personal: true,
    },
    { name: 'booked_at', also: ['prenotato_il', 'data_prenotazione', 'created_at'], read: anyText },
    { name: 'cancel_reason', also: ['motivo_annullamento'], read: read.text(500), personal: true },
    { name: 'account', also: ['account_email'], read: read.text(320), personal: true },
    { name: 'events', also: ['eventi'], read: read.wholeNumber },
    { name: 'seat', also: ['posto'], read: read.choice({ beyond: ['in piu'], outside: ['fuori orario'] }) },
    ...bookingFields(columns),
  ];
}

function bookingFields(columns: readonly TableColumn[]): Field[] {
  const also = {
    channel: ['canale'],
    language: ['lingua'],
    reason: ['motivo'],
    notes: ['note'],
    cancelled_by: ['annullato_da'],
    created_by: ['operatore', 'prenotato_da'],
  };
  const channel = read.choice({
    ...Object.fromEntries(channels.map((name) => [name, []])),
    web: ['online', 'internet', 'sito'],
    desk: ['sportello', 'ufficio'],
    phone: ['telefono'],
  });
  const by = read.choice({
    citizen: ['cittadino', 'utente'],
    office: ['ufficio', 'sede', 'comune'],
    rejected: ['respinto'],
    'not-confirmed': ['non confermato'],
    'clearance-refused': ['nulla osta negato'],
    'clearance-late': [],
  });
  return columnFields(
    // An address takes the place of a number of ours.
    columns.map((column) => (column.references === 'account' ? { ...column, type: 'text' } : column)),
    {
      also,
      read: { channel, cancelled_by: by, notes: read.text(2000) },
      personal: ['notes', 'delivery', 'helper_organisation', ...accountsIn(columns)],
    },
  );
}

function accountsIn(columns: readonly TableColumn[]): string[] {
  return columns.filter(({ references }) => references === 'account').map(({ name }) => name);
}

const name = parsed(nameField, 'name');

/** What is said of one of the people. */
export function personFields(columns: readonly TableColumn[]): Field[] {
  const also = {
    given_name: ['nome', 'first_name'],
    family_name: ['cognome', 'surname', 'last_name'],
    birth_date: ['data_nascita', 'data_di_nascita', 'nato_il', 'date_of_birth'],
    birth_place: ['luogo_nascita', 'luogo_di_nascita', 'comune_nascita'],
    relationship: ['relazione', 'parentela'],
  };
  const relationship = read.choice(Object.fromEntries(relationships.map((relation) => [relation, [] as string[]])));
  const fields = columnFields(columns, {
    also,
    read: { given_name: name, family_name: name, birth_date: anyText, birth_place: read.text(100), relationship },
    personal: ['given_name', 'family_name', 'birth_date', 'birth_place', 'relationship', 'answers'],
  });
  const mandatory = new Set(['given_name', 'family_name']);
  return [
    ...fields.map((field) => ({ ...field, mandatory: mandatory.has(field.name) })),
    {
      name: 'codice_fiscale',
      also: ['cf', 'codicefiscale', 'cod_fiscale', 'tax_code'],
      read: read.text(40),
      personal: true,
    },
    { name: 'wrong_code', also: ['codice_fiscale_sbagliato'], read: read.yesNo },
  ];
}

function parsed(
  schema: { safeParse(text: string): { success: true; data: unknown } | { success: false } },
  reason: 'email' | 'phone' | 'name',
) {
  return (text: string): Reading => {
    const found = schema.safeParse(text);
    return found.success && found.data !== undefined ? { ok: true, value: found.data } : { ok: false, reason };
  };
}
