import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addClearanceLinkPage,
  certifiedClearance,
  clearanceLinkPath,
  createSeatEngine,
  historyOf,
  mailboxOf,
  requestFacts,
} from '#features/booking/index.ts';
import { messagesOfBooking } from '#features/notifications/index.ts';
import { buildAccount } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { wordsOf } from '#test/front-desk.ts';
import { useMunicipalities } from '#test/municipalities.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import { addFrontDesk } from '../../index.ts';

const deps = useDeps();
const places = useMunicipalities(deps);
const municipality = 'L219';
const reference = 'protocollo@torino.example';

let app: FastifyInstance;
beforeAll(async () => {
  app = await sliceApp(deps.current, (server, all) => {
    addFrontDesk(server, all, createSeatEngine(all.pool), { messagesOf: messagesOfBooking });
    addClearanceLinkPage(server, all);
  });
});

/** A request to a municipality that has no office in the system, and an officer of the office that asks. */
async function newRequest() {
  const { db, secrets } = deps.current;
  await sql`
    INSERT INTO municipality_contact (municipality_code, pec) VALUES (${municipality}, ${reference})
    ON CONFLICT (municipality_code) DO UPDATE SET pec = excluded.pec`.execute(db);
  const made = await places.newBooking(municipality);
  const { officeId, officeCode } = places.current.office;
  const officerId = await buildRole(db, 'officer', officeId);
  const officer = await testBrowser(app, deps.current, officerId);
  const facts = async () => {
    const found = await requestFacts(db, secrets, { id: made.clearanceId });
    if (found === undefined) throw new Error('no request');
    return found;
  };
  const path = `/office/${officeCode}/bookings/${made.code}/clearance`;
  return {
    ...made,
    officerId,
    officer,
    path,
    facts,
    link: async () => clearanceLinkPath(secrets, await facts()),
    sendTo: async (mailbox: string) => {
      await officer.get(path);
      return officer.post(path, { step: 'certified', mailbox });
    },
    /** As the worker writes it down and sends it. */
    hasLeft: async () => {
      const letter = await certifiedClearance.write(deps.current, {
        clearanceId: made.clearanceId,
        round: (await facts()).round,
        again: 'test',
      });
      const key = crypto.randomUUID();
      await sql`
        INSERT INTO certified_message (office_id, about, about_id, payload, dedupe, recipient, message_id, mark, state,
                                       next_try_at, created_at)
        VALUES (${officeId}, 'clearance', ${made.clearanceId}, '{}', ${key}, ${letter?.to}, ${key}, ${key}, 'sent', now(),
                now())`.execute(db);
      return letter;
    },
  };
}

describe('the certified address of a municipality, typed by an office', () => {
  it('is this office’s own: others still write to the reference address; the log names both', async () => {
    const { db } = deps.current;
    const { office, answering } = places.current;
    const { sendTo, officerId, bookingId } = await newRequest();
    const own = { municipality, officeId: office.officeId };
    expect(await mailboxOf(db, own)).toBe(reference);
    expect((await sendTo('Anagrafe@Torino.example')).statusCode).toBe(303);
    expect(await mailboxOf(db, own)).toBe('anagrafe@torino.example');
    expect(await mailboxOf(db, { municipality, officeId: answering.officeId })).toBe(reference);
    const entries = await db
      .selectFrom('audit_entry')
      .select(['subject', 'detail'])
      .where('account_id', '=', officerId)
      .where('action', '=', 'clearance-certified')
      .execute();
    const detail = { municipality, from: reference, to: 'anagrafe@torino.example' };
    expect(entries).toEqual([{ subject: `booking:${bookingId}`, detail }]);
  });
});

describe('a request sent again', () => {
  it('to another address takes the link back from whoever had it; to the same one it leaves it', async () => {
    const { sendTo, hasLeft, link, facts } = await newRequest();
    expect((await hasLeft())?.to).toBe(reference);
    const first = await link();
    expect((await sendTo(reference)).statusCode).toBe(303);
    expect(await link()).toBe(first);
    expect((await sendTo('anagrafe@torino.example')).statusCode).toBe(303);
    const second = await link();
    const visitor = await testBrowser(app, deps.current);
    const astray = await visitor.get(first);
    expect([astray.statusCode, wordsOf(parse(astray.body))]).toEqual([410, expect.stringContaining('ritirata')]);
    expect(astray.body).not.toContain('Ada');
    await visitor.get(second);
    expect((await visitor.post(first, { answer: 'grant', name: 'Eva Neri' })).statusCode).toBe(410);
    const letter = await hasLeft();
    expect(letter).toMatchObject({ to: 'anagrafe@torino.example', text: expect.stringContaining(second) as string });
    expect((await visitor.post(second, { answer: 'grant', name: 'Bruno Verdi' })).statusCode).toBe(303);
    const { round } = await facts();
    await sendTo('altro@torino.example');
    expect(await facts()).toMatchObject({ round, state: 'granted' });
  });
});

describe('the link of a request', () => {
  it('takes no answer from who works at the office that asks', async () => {
    const { officer, link, path, facts } = await newRequest();
    const own = await link();
    const opened = await officer.get(own);
    expect([opened.statusCode, wordsOf(parse(opened.body))]).toEqual([403, expect.stringContaining('della tua sede')]);
    expect(parse(opened.body).querySelector(`a[href="${path}"]`)).not.toBeNull();
    await officer.get(path);
    const sent = await officer.post(own, { answer: 'grant', name: 'Bruno Verdi' });
    expect([sent.statusCode, wordsOf(parse(sent.body))]).toEqual([403, expect.stringContaining('registrala a mano')]);
    expect((await facts()).state).toBe('to-ask');
  });

  it('leaves in the history who was logged in, beside the name they wrote', async () => {
    const { bookingId, link } = await newRequest();
    const { db } = deps.current;
    const accountId = await buildAccount(db, 'bruno@torino.example');
    await db
      .updateTable('account')
      .set({ given_name: 'Bruno', family_name: 'Verdi' })
      .where('id', '=', accountId)
      .execute();
    const visitor = await testBrowser(app, deps.current, accountId);
    const own = await link();
    await visitor.get(own);
    expect((await visitor.post(own, { answer: 'grant', name: 'Ufficio anagrafe' })).statusCode).toBe(303);
    expect(await historyOf(db, bookingId)).toContainEqual(
      expect.objectContaining({
        kind: 'clearance-granted',
        actor: 'system',
        operator: 'Bruno Verdi',
        detail: { by: 'Ufficio anagrafe' },
      }),
    );
  });
});
