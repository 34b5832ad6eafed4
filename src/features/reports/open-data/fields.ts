import type { OpenDataRow } from './open-data-row.ts';

/** The fields of a row, in the order of the files; their names never change. */
export const openDataFields = [
  'office',
  'officeName',
  'kind',
  'country',
  'province',
  'service',
  'seatsOffered',
  'appointments',
  'served',
  'absent',
  'cancelledByCitizen',
  'cancelledByOffice',
  'cancelledBySystem',
  'other',
  'firstFreeMeanDays',
  'firstFreeSamples',
] as const satisfies readonly (keyof OpenDataRow)[];

export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

export const openDataPath = '/open-data';

/** `/open-data/appointments-2026-10.csv`: an address that stays. */
export function monthPath(month: Temporal.PlainDate, format: 'json' | 'csv'): string {
  return `${openDataPath}/appointments-${month.toString().slice(0, 7)}.${format}`;
}

/** The address of the list of months, for programs. */
export const indexPath = `${openDataPath}/appointments.json`;
