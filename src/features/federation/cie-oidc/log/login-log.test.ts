import { describe, expect, it } from 'vitest';
import { useCieSite } from '#test/cie-provider/cie-site.ts';
import { forgetConversations, keepConversation, readConversations } from './login-log.ts';

const cie = await useCieSite();

describe('the register of logins with CIE', () => {
  const all = async (from = '2000-01-01T00:00:00Z', to = '2100-01-01T00:00:00Z') => {
    const range = { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) };
    const entries: Record<string, unknown>[] = [];
    for await (const entry of readConversations(cie.deps.db, cie.deps.secrets, range)) entries.push({ ...entry });
    return entries;
  };

  it('has what was asked, what came, what was exchanged, and by which statements the provider was trusted', async () => {
    await cie.browser.get(await cie.walk());
    const [entry] = await all();
    expect(entry).toMatchObject({ provider: cie.provider.issuer, outcome: 'logged-in' });
    expect(entry?.['sent']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(entry?.['came']).toHaveProperty('code');
    expect(entry?.['exchanged']).toMatchObject([
      { to: `${cie.provider.issuer}/token`, status: 200 },
      { to: `${cie.provider.issuer}/me`, status: 200 },
    ]);
    expect(entry?.['trustChain']).toHaveLength(3);
    const { rows } = await cie.deps.pool.query<{ row: string }>('SELECT l::text AS row FROM cie_login_log l');
    expect(JSON.stringify(rows)).not.toMatch(/Bellandi|BLLDAA85|id_token/);
  });

  it('has the refused ones, too', async () => {
    cie.provider.next({ accountId: 'ada', acr: '', claims: {}, error: 'access_denied' });
    await cie.browser.get(await cie.walk());
    expect((await all()).at(-1)).toMatchObject({ outcome: expect.stringContaining('access_denied') as string });
  });

  it('is kept for 24 months to the day, and no longer', async () => {
    const { db, secrets } = cie.deps;
    const at = Temporal.Instant.from('2024-03-15T09:30:00Z');
    const said = { sent: 'x', came: {}, exchanged: [] };
    await keepConversation(db, secrets, {
      provider: undefined,
      issuer: 'https://old.example',
      outcome: 'old',
      said,
      now: at,
    });
    const before = (await all()).length;
    await forgetConversations(db, Temporal.Instant.from('2026-03-15T09:30:00Z'));
    expect(await all()).toHaveLength(before);
    await forgetConversations(db, Temporal.Instant.from('2026-03-15T09:30:01Z'));
    expect(await all()).toHaveLength(before - 1);
  });
});
