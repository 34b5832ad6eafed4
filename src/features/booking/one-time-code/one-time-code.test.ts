import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { askCode } from './ask-code.ts';
import { checkCode } from './check-code.ts';
import { codeToTell, sentCode } from './code.query.ts';
import { type CodeBinding, sessionKeyOf } from './code.rules.ts';

const deps = useDeps();
const { heldId, newAccount } = bookingTools(deps);

let office: BuiltOffice;
let binding: CodeBinding;
beforeEach(async () => {
  deps.current.clock.set(testNow);
  office = await buildOffice(deps.current.db, { capacity: 5 });
  const accountId = await newAccount();
  const holdId = await heldId(office, { kind: 'account', accountId });
  const sessionKey = sessionKeyOf(deps.current.secrets, 'one session');
  binding = { holdId, accountId, serviceCode: 'passport', sessionKey };
});

function asked(more: Partial<CodeBinding> = {}) {
  const { db, secrets, clock } = deps.current;
  const owner = { kind: 'account', accountId: binding.accountId } as const;
  return transact(db, (tx) => askCode(tx, secrets, { ...binding, ...more, owner, now: clock.now() }));
}

/** The digits of the newest code, as its e-mail tells them. */
async function sentDigits(): Promise<string> {
  const { db, secrets, clock } = deps.current;
  const { rows } = await sql<{ id: string }>`
    SELECT max(id)::text AS id FROM one_time_code WHERE hold_id = ${binding.holdId}`.execute(db);
  const told = await codeToTell(db, secrets, { id: rows[0]?.id ?? '', now: clock.now() });
  if (!told) throw new Error('no code to tell');
  return told.digits;
}

function typed(digits: string, more: Partial<CodeBinding> = {}) {
  const { db, secrets, clock } = deps.current;
  return checkCode(db, secrets, { ...binding, ...more, typed: digits, now: clock.now() });
}

const other = (digits: string): string => (digits === '123456' ? '654321' : '123456');

describe('a code', () => {
  it('has six digits, is written nowhere, and is good as often as a button is pressed', async () => {
    expect(await asked()).toMatchObject({ ok: true });
    const digits = await sentDigits();
    expect(digits).toMatch(/^\d{6}$/);
    const { rows } = await sql<{ line: string }>`SELECT c::text AS line FROM one_time_code c`.execute(deps.current.db);
    expect(rows.map(({ line }) => line).join()).not.toContain(digits);
    expect(await Promise.all([typed(digits), typed(` ${digits.slice(0, 3)} ${digits.slice(3)}`)])).toEqual([
      { ok: true },
      { ok: true },
    ]);
  });

  it('is good for five minutes, and not at their end', async () => {
    await asked();
    const digits = await sentDigits();
    deps.current.clock.advance({ minutes: 4, seconds: 59 });
    expect(await typed(digits)).toEqual({ ok: true });
    deps.current.clock.advance({ seconds: 1 });
    expect(await typed(digits)).toEqual({ ok: false, reason: 'expired' });
  });

  it('takes the right digits at the fifth attempt, and none at the sixth', async () => {
    await asked();
    const digits = await sentDigits();
    for (const left of [4, 3, 2, 1]) {
      expect(await typed(other(digits))).toEqual({ ok: false, reason: 'wrong', left });
    }
    expect(await typed(digits)).toEqual({ ok: true });
    expect(await typed(other(digits))).toEqual({ ok: false, reason: 'wrong', left: 0 });
    expect(await typed(digits)).toEqual({ ok: false, reason: 'too-many' });
    deps.current.clock.advance({ seconds: 60 });
    expect(await asked()).toMatchObject({ ok: true });
    expect(await typed(await sentDigits())).toEqual({ ok: true });
  });

  it('never has more than five attempts, however many come at once', async () => {
    await asked();
    const digits = await sentDigits();
    const verdicts = await Promise.all(Array.from({ length: 12 }, () => typed(other(digits))));
    expect(verdicts.filter((verdict) => !verdict.ok && verdict.reason === 'wrong')).toHaveLength(5);
    expect(verdicts.filter((verdict) => !verdict.ok && verdict.reason === 'too-many')).toHaveLength(7);
    expect(await typed(digits)).toEqual({ ok: false, reason: 'too-many' });
  });

  it('loses no attempt to what cannot be a code', async () => {
    await asked();
    expect(await typed('')).toEqual({ ok: false, reason: 'required' });
    for (const odd of ['12345', '1234567', 'abcdef', '１２３４５６'])
      expect(await typed(odd)).toEqual({ ok: false, reason: 'wrong' });
    const now = deps.current.clock.now();
    expect(await sentCode(deps.current.db, { ...binding, now })).toMatchObject({ left: 5, good: true });
  });

  it('is good for no other session, account, service or seat, whose guesses cost nothing', async () => {
    await asked();
    const digits = await sentDigits();
    const accountId = await newAccount();
    const holdId = await heldId(office, { kind: 'account', accountId });
    const sessionKey = sessionKeyOf(deps.current.secrets, 'another session');
    for (const more of [{ sessionKey }, { accountId }, { holdId }]) {
      expect(await typed(digits, more)).toEqual({ ok: false, reason: 'wrong' });
    }
    expect(await typed(digits)).toEqual({ ok: true });
    expect(await typed(digits, { serviceCode: 'cie' })).toMatchObject({ ok: false, reason: 'wrong' });
  });
});

describe('a new code', () => {
  it('is sent after sixty seconds and not after fifty-nine, to whichever session; the one before is dead', async () => {
    await asked();
    const first = await sentDigits();
    deps.current.clock.advance({ seconds: 59 });
    const againAt = Temporal.Instant.from(testNow).add({ seconds: 60 });
    expect(await asked()).toEqual({ ok: false, reason: 'too-soon', againAt });
    const sessionKey = sessionKeyOf(deps.current.secrets, 'another session');
    expect(await asked({ sessionKey })).toMatchObject({ ok: false, reason: 'too-soon' });
    deps.current.clock.advance({ seconds: 1 });
    expect(await asked()).toMatchObject({ ok: true });
    expect(await typed(first)).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await typed(await sentDigits())).toEqual({ ok: true });
  });

  it('is sent once to whoever asks many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => asked()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { rows } = await sql`SELECT 1 FROM one_time_code WHERE hold_id = ${binding.holdId}`.execute(deps.current.db);
    expect(rows).toHaveLength(1);
  });

  it('is sent ten times in an hour, and then when the first is an hour old', async () => {
    await sql`UPDATE hold SET expires_at = expires_at + interval '3 hours' WHERE id = ${binding.holdId}`.execute(
      deps.current.db,
    );
    for (let time = 1; time <= 10; time += 1) {
      expect(await asked()).toMatchObject({ ok: true });
      deps.current.clock.advance({ seconds: 60 });
    }
    const hourLater = Temporal.Instant.from(testNow).add({ hours: 1 });
    expect(await asked()).toEqual({ ok: false, reason: 'too-soon', againAt: hourLater });
    deps.current.clock.set(hourLater);
    expect(await asked()).toMatchObject({ ok: true });
  });

  it('is not sent for a seat that is no longer held, nor is one on its way', async () => {
    await asked();
    deps.current.clock.advance({ minutes: 10 });
    expect(await asked()).toMatchObject({ ok: false, reason: 'hold-expired' });
    await expect(sentDigits()).rejects.toThrow('no code to tell');
  });
});
