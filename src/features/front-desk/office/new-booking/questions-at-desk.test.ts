import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookingByCode } from '#features/booking/index.ts';
import { saveQuestion } from '#features/offices/index.ts';
import { transact } from '#platform/transaction.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
let made = 0;

const question = {
  code: 'file-number',
  label: { it: 'Numero di pratica', en: 'File number' },
  askedOf: ['applicant'],
  control: 'text',
  hint: null,
  mandatory: true,
  maxLength: 8,
  pattern: '[A-Z]{2}\\d{4}',
  patternMessage: { it: 'Il numero ha due lettere e quattro cifre.' },
  options: [],
} as const;
const field = 'people.0.answers.file-number';

async function send(answer: Record<string, string>) {
  const { base, office, officer, open } = desk.current;
  made += 1;
  const page = await open('bookings/new?service=passport');
  expect(page.querySelector(`[name="${field}"]`)).not.toBeNull();
  return officer.post(`${base}/bookings/new`, {
    form: page.querySelector('main input[name=form]')?.getAttribute('value') ?? '',
    service: 'passport',
    party: '1',
    date: '2026-11-23',
    slot: office.slots[1] ?? '',
    'people.0.givenName': 'Olga',
    'people.0.familyName': `Nuova ${'o'.repeat(made)}`,
    'people.0.birthDate': '05/05/1980',
    email: '',
    phone: '',
    language: 'it',
    channel: 'phone',
    ...answer,
  });
}

function errorsOf(body: string): string[] {
  const links = parse(body).querySelectorAll('[data-error-summary] a');
  return links.map((link) => `${link.getAttribute('href')} ${link.textContent}`);
}

describe('what an office asks of its own, at the desk', () => {
  it('must be answered, as it is asked for, with what was typed kept', async () => {
    const { offeringId } = desk.current.office;
    await transact(deps.current.db, (tx) => saveQuestion(tx, { offeringId, id: null, question }));
    const missing = await send({});
    expect(missing.statusCode).toBe(422);
    expect(errorsOf(missing.body)).toEqual([expect.stringMatching(/^#people-0-answers-file-number /)]);
    const wrong = await send({ [field]: 'AB12' });
    expect(wrong.statusCode).toBe(422);
    expect(errorsOf(wrong.body)).toEqual(['#people-0-answers-file-number Il numero ha due lettere e quattro cifre.']);
    expect(parse(wrong.body).querySelector(`[name="${field}"]`)?.getAttribute('value')).toBe('AB12');
    expect(errorsOf((await send({ [field]: 'AB1234567' })).body)).toHaveLength(1);
  });

  it('is kept encrypted, and read on the booking’s page', async () => {
    const { offeringId } = desk.current.office;
    const { db, secrets } = deps.current;
    await transact(db, (tx) => saveQuestion(tx, { offeringId, id: null, question }));
    const response = await send({ [field]: 'ZX9876' });
    expect(response.statusCode).toBe(303);
    const code = /bookings\/([^/]+)\/receipt/.exec(response.headers.location ?? '')?.[1] ?? '';
    const booking = await bookingByCode(db, secrets, code);
    const { answers_cipher: cipher } = await db
      .selectFrom('booking_person')
      .select('answers_cipher')
      .where('booking_id', '=', booking?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(cipher?.toString('latin1')).not.toContain('ZX9876');
    expect(cipher && secrets.decrypt(cipher)).toContain('ZX9876');
    const page = wordsOf(await desk.current.open(`bookings/${code}`));
    expect(page).toMatch(/Numero di pratica\s*ZX9876/);
  });
});
