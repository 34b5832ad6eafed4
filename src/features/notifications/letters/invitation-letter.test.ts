import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInvitations } from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import type { OutgoingMail } from '#platform/mail.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { bodyOf } from '#test/booking-journey.ts';
import { testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let offeringId: number;
let operatorId: number;
beforeAll(async () => {
  const { db } = deps.current;
  app = await createApp(deps.current);
  const office = await buildOffice(db, { code: 'cons-letters', capacity: 5, slots: 3 });
  ({ offeringId } = office);
  await sql`UPDATE offering SET invite_only = true WHERE id = ${offeringId}`.execute(db);
  operatorId = await buildRole(db, 'office-admin', office.officeId);
});
afterAll(() => app.close());

async function invite(language: Language | null): Promise<OutgoingMail> {
  const { db, secrets, clock } = deps.current;
  const now = clock.now();
  await transact(db, (tx) =>
    makeInvitations(tx, secrets, {
      offeringId,
      invited: [{ person: 'Ugo Esempio', email: 'ugo@posta.example' }],
      note: 'Porta il decreto',
      validUntil: now.add({ hours: 48 }),
      write: true,
      language,
      operatorId,
      now,
    }),
  );
  const [mail] = await drain(deps.current);
  if (mail === undefined) throw new Error('no letter was sent');
  return mail;
}

describe('the letter of an invitation', () => {
  it('brings a code and a link, and with them the person enters', async () => {
    const mail = await invite('it');
    expect([mail.to, mail.subject]).toEqual(['ugo@posta.example', 'Invito a prenotare: passport']);
    expect(mail.text).toContain('Dalla sede: Porta il decreto');
    const [, code = ''] = /^ {4}(\w{4}-\w{4})$/m.exec(mail.text) ?? [];
    const [link = ''] = /http\S+\/invitation\?code=\S+/.exec(mail.text) ?? [];
    expect(mail.html).toContain(link);
    const { pathname, search, searchParams } = new URL(link);
    expect(searchParams.get('code')).toBe(code);
    const account = await buildAccount(deps.current.db, 'ugo@prova.example');
    const browser = await testBrowser(app, deps.current, account);
    const page = bodyOf(await browser.get(`${pathname}${search}`));
    expect(page.querySelector('input[name=code]')?.getAttribute('value')).toBe(code);
    const entered = await browser.post(pathname, { code });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/offices/cons-letters/passport']);
    expect(bodyOf(await browser.get('/offices/cons-letters/passport')).text).toContain('Primo posto libero');
  });

  it('is written in the language the office chose, or else in both with the code in each', async () => {
    const english = await invite('en');
    expect([english.subject, english.language]).toEqual(['Invitation to book: passport', 'en']);
    expect(english.text).not.toContain('Puoi prenotare');
    const both = await invite(null);
    expect(both.subject).toBe('Invito a prenotare: passport / Invitation to book: passport');
    expect(both.html).toContain('<div lang="en"');
    expect(both.text).toMatch(/Puoi prenotare[\s\S]+You can book/);
    expect(both.text.match(/^ {4}\w{4}-\w{4}$/gm)).toHaveLength(2);
  });
});
