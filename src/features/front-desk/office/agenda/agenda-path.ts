import type { Office } from '#features/offices/index.ts';
import { deskPath } from '../../at-office.ts';

export type AgendaLook = 'hours' | 'list';

export function agendaPath(office: Pick<Office, 'code'>, date: Temporal.PlainDate, view: AgendaLook): string {
  return `${deskPath(office, 'agenda')}?date=${date.toString()}${view === 'list' ? '&view=list' : ''}`;
}

/** Where an appointment stands in the agenda, so that a button leads back to it. */
export function entryId(code: string): string {
  return `b-${code}`;
}

/** The page of the agenda, or the list of what is to do, to go back to after a button; undefined for any other address. */
export function agendaToReturnTo(office: Pick<Office, 'code'>, back: string): string | undefined {
  if (back === 'to-do') return deskPath(office, 'to-do');
  const isAgenda = back.startsWith(`${deskPath(office, 'agenda')}?`);
  return isAgenda && /^[\w/?&=#-]{1,200}$/.test(back) ? back : undefined;
}
