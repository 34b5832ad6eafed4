import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { samlProvider, usualResponse } from '#test/saml-provider.ts';
import { keepLogin, noteOutcome, takeAnswer } from '../saml-login/keep-login.ts';
import { federationTasks } from '../tasks.ts';
import { loggedLogins } from './login-log.query.ts';

const deps = useDeps();
const idp = samlProvider('https://idp.prova.example');
const browser = Buffer.alloc(32, 1);

async function login(requestId: string, at: string, { answered = true, person = 'BNCDAA85D51F205K' } = {}) {
  const { db, secrets } = deps.current;
  const requestedAt = Temporal.Instant.from(at);
  const profile = 'spid' as const;
  const about = { requestId, profile, requestedAt, provider: idp.entityId, browser, level: 2 as const, set: 0 };
  await keepLogin(db, secrets, {
    ...about,
    intent: undefined,
    language: 'it',
    xml: `<request ID="${requestId}"/>`,
  });
  if (!answered) return;
  const attributes = { name: 'Ada', familyName: 'Bianchi', fiscalNumber: `TINIT-${person}` };
  const xml = idp.respond({ ...usualResponse(requestId, requestedAt), attributes });
  await takeAnswer(db, secrets, { requestId, profile, browsers: [browser], xml, now: requestedAt });
  await noteOutcome(db, requestId, 'logged-in');
}

async function kept(person?: string) {
  const [from, until] = ['2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'].map((at) => Temporal.Instant.from(at));
  if (from === undefined || until === undefined) throw new Error('no range');
  return Array.fromAsync(loggedLogins(deps.current.db, deps.current.secrets, { from, until, person }));
}

describe('questions and answers of logins', () => {
  it('are kept for 24 months of the calendar, to the second', async () => {
    await login('_old', '2024-11-22T09:59:59Z');
    await login('_edge', '2024-11-22T10:00:00Z');
    await login('_new', '2026-11-22T09:00:00Z');
    await federationTasks['forget-logins']?.(deps.current, undefined);
    expect((await kept()).map(({ requestId }) => requestId)).toEqual(['_edge', '_new']);
  });

  it('are kept for a day where nobody came back', async () => {
    await login('_left', '2026-11-21T09:59:59Z', { answered: false });
    await login('_away', '2026-11-21T10:00:00Z', { answered: false });
    await federationTasks['forget-logins']?.(deps.current, undefined);
    expect((await kept()).map(({ requestId }) => requestId)).toEqual(['_edge', '_away', '_new']);
  });

  it('are given out to the letter, with what the rules name, also of one person alone', async () => {
    await login('_other', '2026-11-22T09:30:00Z', { person: 'NREGUO70A01H501X' });
    const [only, ...more] = await kept('NREGUO70A01H501X');
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      federation: 'spid',
      provider: idp.entityId,
      requestId: '_other',
      outcome: 'logged-in',
      responseId: '_response',
      assertionId: '_assertion',
      nameId: '_transient',
      nameQualifier: idp.entityId,
      request: '<request ID="_other"/>',
    });
    expect(only?.response).toContain('TINIT-NREGUO70A01H501X');
  });
});
