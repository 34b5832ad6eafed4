import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Question, saveQuestion } from '#features/offices/index.ts';
import { transact } from '#platform/transaction.ts';
import { ada, bookingApp, bodyOf, errorsOf, type Journey, shown, startForm } from '#test/booking-journey.ts';
import { useDeps } from '#test/deps.ts';
import { bookingsOfAccount } from '../booking.query.ts';
import { answersByCode } from './answer.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

const plain: Omit<Question, 'id' | 'code' | 'label'> = {
  askedOf: ['applicant', 'companion'],
  control: 'text',
  hint: null,
  mandatory: true,
  maxLength: 20,
  pattern: null,
  patternMessage: null,
  options: [],
};
const passport: Omit<Question, 'id'> = {
  ...plain,
  code: 'passport-number',
  label: { it: 'Numero del passaporto', en: 'Passport number' },
  pattern: '[A-Z]{2}\\d{7}',
  patternMessage: {
    it: 'Il numero ha due lettere e sette cifre.',
    en: 'The number has two letters and seven figures.',
  },
};
const eyes: Omit<Question, 'id'> = {
  ...plain,
  code: 'eye-colour',
  askedOf: ['companion'],
  control: 'choice',
  label: { it: 'Colore degli occhi' },
  options: [
    { code: 'brown', label: { it: 'Marroni', en: 'Brown' } },
    { code: 'blue', label: { it: 'Azzurri', en: 'Blue' } },
  ],
};
const since: Omit<Question, 'id'> = {
  ...plain,
  code: 'resident-since',
  askedOf: ['applicant'],
  control: 'date',
  mandatory: false,
  label: { it: 'Residente dal' },
};

async function asked(party: number, ...questions: Omit<Question, 'id'>[]): Promise<Journey> {
  const journey = await startForm(app, deps.current, {}, party);
  for (const question of questions) await ask(journey, question, null);
  return journey;
}

async function ask({ office }: Journey, question: Omit<Question, 'id'>, id: number | null): Promise<void> {
  const saved = await transact(deps.current.db, (tx) =>
    saveQuestion(tx, { offeringId: office.offeringId, id, question }),
  );
  expect(saved).toEqual({ ok: true });
}

const companion = {
  'people.1.givenName': 'Ugo',
  'people.1.familyName': 'Prova',
  'people.1.birthDate': '01/02/2010',
  'people.1.relationship': 'child',
};

describe('an office’s own questions', () => {
  it('are asked of each person as the office says, and kept with what is typed', async () => {
    const { browser, path } = await asked(2, passport, eyes, since);
    const form = bodyOf(await browser.get(path));
    expect(form.querySelector('input[name="people.0.answers.passport-number"]')).not.toBeNull();
    expect(form.querySelector('input[name="people.0.answers.resident-since"]')).not.toBeNull();
    expect(form.querySelectorAll('input[name="people.1.answers.eye-colour"]').length).toBe(2);
    expect(form.querySelector('[name="people.0.answers.eye-colour"]')).toBeNull();
    await browser.post(path, { ...ada, ...companion, 'people.0.answers.passport-number': 'AB' });
    expect(shown(await browser.get(path), 'people.0.answers.passport-number')).toBe('AB');
  });

  it('say by each field what is wrong, in the office’s words where it has some', async () => {
    const { browser, path } = await asked(2, passport, eyes, since);
    const answer = await browser.post(path, {
      ...ada,
      ...companion,
      'people.0.answers.passport-number': 'ab1',
      'people.0.answers.resident-since': '31/02/2020',
      'people.1.answers.passport-number': 'X'.repeat(21),
      'people.1.answers.eye-colour': 'green',
    });
    expect(answer.statusCode).toBe(422);
    expect(errorsOf(answer)).toEqual({
      'people-0-answers-passport-number': 'Persona 1: il numero ha due lettere e sette cifre.',
      'people-0-answers-resident-since': 'Persona 1: scrivi una data che esiste, come 31/12/1980, in «Residente dal».',
      'people-1-answers-passport-number':
        'Persona 2: la risposta a «Numero del passaporto» è troppo lunga: al massimo 20 caratteri.',
      'people-1-answers-eye-colour': 'Persona 2: scegli una risposta per «Colore degli occhi».',
    });
  });

  it('stay in a booking as they were answered, whatever the office changes afterwards', async () => {
    const journey = await asked(1, passport, since);
    const { browser, path, account } = journey;
    const typed = { ...ada, 'people.0.answers.passport-number': ' YA1234567 ', 'people.0.answers.resident-since': '' };
    expect((await browser.post(path, typed)).headers.location).toBe(`${path}/summary`);
    expect((await browser.get(`${path}/summary`)).body).toContain('YA1234567');
    const booked = await browser.post(`${path}/book`, {});
    expect(booked.statusCode).toBe(303);
    const { db, secrets, clock } = deps.current;
    const { id } = await db
      .selectFrom('question')
      .select('id')
      .where('offering_id', '=', journey.office.offeringId)
      .where('code', '=', 'passport-number')
      .executeTakeFirstOrThrow();
    await ask(journey, { ...passport, label: { it: 'Un’altra domanda' } }, id);
    const [booking] = await bookingsOfAccount(db, secrets, { accountId: account, now: clock.now() });
    const answers = booking?.people[0]?.answers ?? null;
    expect(answersByCode(answers)).toEqual({ 'passport-number': 'YA1234567' });
    const page = await browser.get(booked.headers.location ?? '');
    expect(page.body).toContain('Numero del passaporto');
    expect(page.body).not.toContain('Un’altra domanda');
    const row = await db.selectFrom('booking_person').select('answers_cipher').executeTakeFirstOrThrow();
    expect(row.answers_cipher?.toString('latin1')).not.toContain('YA1234567');
  });

  it('are two or none with one code', async () => {
    const { office } = await asked(1, passport);
    const again = await transact(deps.current.db, (tx) =>
      saveQuestion(tx, { offeringId: office.offeringId, id: null, question: passport }),
    );
    expect(again).toEqual({ ok: false, reason: 'code-taken' });
  });
});
