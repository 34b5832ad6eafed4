import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeCodiceFiscale } from '#features/identity/codice-fiscale/codice-fiscale.ts';

/** How much is moved. */
export interface Move {
  readonly offices: number;
  readonly appointments: number;
  /** of the offices, those whose planner is published */
  readonly published: number;
  /** the day on which it is imported */
  readonly today: Temporal.PlainDate;
}

const given = ['Anna', 'Ugo', 'Sara', 'Nicolò', 'Maria Chiara', 'Pia', 'Aldo', 'Ines', 'Teo', 'Eva', 'Zoë', 'Lia'];
const syllables = ['Ba', 'Ce', 'Di', 'Fo', 'Gu', 'La', 'Me', 'Ni', 'Po', 'Ru', 'Sa', 'Te', 'Vi', 'Zo', 'Bra', 'Cle'];

/** Files of another system as a spreadsheet writes them, of invented people; half of the appointments are past. */
export async function writeMove(folder: string, move: Move): Promise<void> {
  const offices = Array.from({ length: move.offices }, (_, index) => `comune-prova-${index + 1}`);
  await write(
    join(folder, 'offices.csv'),
    'codice;tipo;nome;citta',
    offices,
    (code) => `${code};comunale;${code};Prova`,
  );
  await write(join(folder, 'services.csv'), 'sede;servizio;durata', offices, (code) => `${code};cie;15`);
  const planner = (code: string, index: number) => `${code};Agenda;cie;60;${index < move.published ? 'sì' : 'no'}`;
  await write(join(folder, 'planners.csv'), 'sede;agenda;servizi;orizzonte giorni;pubblicata', offices, planner);
  const rules = (code: string) => `${code};Agenda;1/1/26;lun-ven;8.30;12.30;15;2`;
  await write(join(folder, 'opening-rules.csv'), 'sede;agenda;dal;giorni;dalle;alle;minuti;sportelli', offices, rules);
  const heading = 'sede;servizio;codice;data;ora;stato;cognome;nome;codice fiscale;data di nascita;e-mail;prenotato il';
  const numbers = Array.from({ length: move.appointments }, (_, index) => index);
  await write(join(folder, 'appointments.csv'), heading, numbers, (n) => appointment(n, move));
}

function appointment(n: number, { offices, today }: Move): string {
  const isPast = n % 2 === 0;
  const turn = Math.floor(n / 2 / offices);
  const day = workingDay(isPast ? today.subtract({ days: 3 + turn }) : today.add({ days: 1 + turn }), isPast ? -1 : 1);
  const minutes = 510 + (Math.floor(n / 2) % 16) * 15;
  const person = {
    givenName: given[n % given.length] ?? '',
    familyName: [n, n >> 4, n >> 8, n >> 12, n >> 16].map((part) => syllables[part % 16]).join(''),
    birthDate: Temporal.PlainDate.from('1940-01-01').add({ days: (n * 7) % 25_000 }),
    sex: n % 3 === 0 ? ('M' as const) : ('F' as const),
    birthPlaceCode: 'H501',
  };
  const hour = `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`;
  const name = person.familyName.charAt(0) + person.familyName.slice(1).toLowerCase();
  return [
    `comune-prova-${(Math.floor(n / 2) % offices) + 1}`,
    'cie',
    `APP-${String(n).padStart(7, '0')}`,
    italian(day),
    hour,
    isPast ? (n % 20 === 0 ? 'assente' : 'servito') : 'confermato',
    name,
    person.givenName,
    makeCodiceFiscale({ ...person, familyName: name }),
    italian(person.birthDate),
    `persona${n}@posta.example`,
    `${italian(day.subtract({ days: 20 }))} 10.05`,
  ].join(';');
}

function workingDay(day: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate {
  return day.dayOfWeek < 6 ? day : workingDay(day.add({ days: step }), step);
}

function italian(day: Temporal.PlainDate): string {
  return `${day.day}/${day.month}/${day.year}`;
}

async function write<Item>(
  path: string,
  heading: string,
  items: readonly Item[],
  row: (item: Item, index: number) => string,
) {
  const stream = createWriteStream(path);
  stream.write(`${heading}\r\n`);
  for (const [index, item] of items.entries())
    if (!stream.write(`${row(item, index)}\r\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}
