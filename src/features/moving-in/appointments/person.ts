import { checkCodiceFiscale, personKey } from '#features/identity/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { TableRecord } from '#platform/records.ts';
import { readDay } from '../cells/dates.rules.ts';
import { bytesAsText, encryptedRecord } from './encrypted.ts';
import { faultAt, type ReadRow } from '../field.ts';
import type { Fault } from '../fault.ts';
import type { TableColumn } from '#platform/table-columns.ts';

export interface MovedPerson {
  readonly record: TableRecord;
  readonly key: Buffer;
  readonly wrongCode: boolean;
}

/** One of the people of an appointment, checked as ours are and encrypted. */
export function personOf(
  row: ReadRow,
  about: {
    columns: readonly TableColumn[];
    secrets: Secrets;
    takeWrong: boolean;
    today: Temporal.PlainDate;
    position: number;
    serviceCode: string;
    live: boolean;
    /** tells apart people of whom nothing but the name is known */
    salt: string;
  },
): { ok: true; person: MovedPerson } | { ok: false; faults: Fault[] } {
  const { values } = row;
  const { columns, secrets, takeWrong, today, position, serviceCode, live, salt } = about;
  const faults: Fault[] = [];
  const typed = values['birth_date'];
  const birthDate = typeof typed === 'string' ? readDay(typed, today) : undefined;
  const born = {
    name: 'birth_date',
    also: ['data_nascita', 'data_di_nascita', 'nato_il', 'date_of_birth'],
    personal: true,
  };
  if (typed !== undefined && typed !== null) {
    if (birthDate === undefined) faults.push(faultAt(row.raw, born, { reason: 'day' }));
    else if (Temporal.PlainDate.compare(birthDate, today) > 0)
      faults.push(faultAt(row.raw, born, { reason: 'day-future' }));
  }
  const named = { givenName: String(values['given_name']), familyName: String(values['family_name']), birthDate };
  const code = codeIn(values, named);
  const wrongCode = code !== undefined && !code.ok;
  if (wrongCode && !takeWrong && values['wrong_code'] !== true) {
    const reason =
      code.reason === 'form' || code.reason === 'check-character' ? 'codice-fiscale' : 'codice-fiscale-person';
    const also = ['cf', 'codicefiscale', 'cod_fiscale', 'tax_code'];
    faults.push(faultAt(row.raw, { name: 'codice_fiscale', also, personal: true }, { reason }));
  }
  if (faults.length > 0) return { ok: false, faults };
  const birthPlace = typeof values['birth_place'] === 'string' ? values['birth_place'] : null;
  // A name alone would make one person of all who bear it.
  const isOnlyName = code === undefined && birthDate === undefined;
  const key = personKey(secrets, {
    ...named,
    codiceFiscale: code?.code,
    birthPlace: isOnlyName ? `${birthPlace ?? ''} ${salt}` : birthPlace,
  });
  const record: Record<string, unknown> = {
    relationship: position === 0 ? 'self' : 'child',
    ...encryptedRecord(columns, values, secrets),
    birth_date: birthDate?.toString() ?? null,
    position,
    service_code: serviceCode,
    live,
    person_key: bytesAsText(key),
    codice_fiscale_cipher: code ? bytesAsText(secrets.encrypt(code.code)) : null,
    codice_fiscale_key: code ? bytesAsText(secrets.hash('codice-fiscale', code.code)) : null,
  };
  return { ok: true, person: { record, key, wrongCode } };
}

function codeIn(values: ReadRow['values'], person: Parameters<typeof checkCodiceFiscale>[1]) {
  const typed = values['codice_fiscale'];
  if (typeof typed !== 'string' || typed.trim() === '') return undefined;
  const checked = checkCodiceFiscale(typed, person);
  // A wrong one is kept as it was written, for the desk to put right.
  return checked.ok
    ? checked
    : {
        ...checked,
        code: typed
          .toUpperCase()
          .replace(/[\s.-]/g, '')
          .slice(0, 40),
      };
}
