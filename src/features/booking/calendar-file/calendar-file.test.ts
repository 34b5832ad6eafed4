import { describe, expect, it } from 'vitest';
import { calendarEntry } from './calendar-entry.ts';
import { type CalendarFileEntry, calendarFile } from './calendar-file.ts';

function eventAt(local: string, zone: string, more: Partial<CalendarFileEntry> = {}): CalendarFileEntry {
  const startsAt = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  return {
    code: 'K7QF29MX',
    host: 'turno.example',
    startsAt,
    endsAt: startsAt.add({ minutes: 20 }),
    changedAt: Temporal.Instant.from('2027-01-02T10:00:00Z'),
    changes: 0,
    cancelled: false,
    summary: 'Passaporto, Consolato Generale a Londra',
    location: '83/86 Farringdon Street; London, EC4A 4BL',
    description: 'Che cosa portare:\n- due fotografie',
    ...more,
  };
}

const linesOf = (event: CalendarFileEntry) => calendarFile(event).content.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file of an appointment', () => {
  it.each([
    ['London in winter', '2027-01-14T09:20', 'Europe/London', '20270114T092000Z'],
    ['London in summer', '2027-07-14T09:20', 'Europe/London', '20270714T082000Z'],
    ['New York after its clocks go forward', '2027-03-15T09:20', 'America/New_York', '20270315T132000Z'],
    ['New York before its clocks go forward', '2027-03-12T09:20', 'America/New_York', '20270312T142000Z'],
    ['an hour that does not exist in Rome', '2027-03-28T02:30', 'Europe/Rome', '20270328T013000Z'],
  ])('says the right instant for %s', (_where, local, zone, start) => {
    expect(linesOf(eventAt(local, zone))).toContain(`DTSTART:${start}`);
  });

  it('keeps its identity when the appointment is moved, with a higher sequence', () => {
    const first = linesOf(eventAt('2027-01-14T09:20', 'Europe/London'));
    const moved = linesOf(eventAt('2027-01-21T11:00', 'Europe/London', { changes: 1 }));
    expect(first).toContain('UID:K7QF29MX@turno.example');
    expect(moved).toContain('UID:K7QF29MX@turno.example');
    expect(first).toContain('SEQUENCE:0');
    expect(moved).toContain('SEQUENCE:1');
  });

  it('takes the entry away when the appointment is cancelled', () => {
    const file = calendarFile(eventAt('2027-01-14T09:20', 'Europe/London', { changes: 1, cancelled: true }));
    expect(file.method).toBe('CANCEL');
    expect(file.content).toContain('METHOD:CANCEL');
    expect(file.content).toContain('STATUS:CANCELLED');
  });

  it('keeps commas, semicolons and line ends of its texts', () => {
    const lines = linesOf(eventAt('2027-01-14T09:20', 'Europe/London'));
    expect(lines).toContain('LOCATION:83/86 Farringdon Street\\; London\\, EC4A 4BL');
    expect(lines).toContain('DESCRIPTION:Che cosa portare:\\n- due fotografie');
  });

  it.each([
    ['it', 'awaiting-clearance', 'TENTATIVE', 'DESCRIPTION:Non è ancora confermato: manca il nulla osta del comune.'],
    ['en', 'awaiting-office', 'TENTATIVE', 'DESCRIPTION:Not confirmed yet: the office has to confirm it.'],
    ['it', 'confirmed', 'CONFIRMED', 'DESCRIPTION:Codice della prenotazione: K7QF29MX'],
  ] as const)('says first what the booking still waits for, in %s while it is %s', (language, status, sign, first) => {
    const name = { it: 'Prova', en: 'Trial' };
    const { startsAt, endsAt, changedAt } = eventAt('2027-01-14T09:20', 'Europe/London');
    const where = { officeName: name, officeCity: name, officeAddress: null, officePhone: null, officeEmail: null };
    const booking = { code: 'K7QF29MX', accountId: 7, startsAt, endsAt, changedAt, changes: 0, serviceName: name };
    const rest = { status, preCheck: null, timeZone: 'Europe/London', documents: [] };
    const file = calendarEntry({ ...booking, ...where, ...rest }, { publicUrl: 'https://turno.example', language });
    const lines = file.content.replaceAll('\r\n ', '').split('\r\n');
    expect(lines).toContain(`STATUS:${sign}`);
    expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toContain(first);
  });
});
