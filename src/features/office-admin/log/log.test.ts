import { describe, expect, it } from 'vitest';
import { audit } from '#features/audit/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

async function write(
  action: string,
  at: string,
  subject: string | null = null,
  officeId = settings.current.office.officeId,
) {
  await deps.current.db.transaction().execute((tx) =>
    audit(tx, {
      at: Temporal.Instant.from(at),
      accountId: settings.current.adminId,
      officeId,
      action,
      subject,
      detail: { secret: 'Rossi' },
    }),
  );
}

describe('the log of an office', () => {
  it('says who did what, by person and day, and nothing of citizens', async () => {
    await write('publish-planner', '2026-11-20T09:00:00Z');
    await write('see-agenda', '2026-11-21T09:00:00Z');
    await write('something-new', '2026-11-21T10:00:00Z');
    const path = `${settings.current.base}/log`;
    const all = (await settings.current.admin.get(path)).body;
    expect(all).toContain('Ada Prova');
    expect(all).toContain('Ha pubblicato un planner');
    expect(all).toContain('Altra attività (something-new)');
    expect(all).not.toContain('Rossi');
    const day = (await settings.current.admin.get(`${path}?day=2026-11-21`)).body;
    expect(day).toContain('Ha aperto l’agenda');
    expect(day).not.toContain('Ha pubblicato un planner');
    const nobody = (await settings.current.admin.get(`${path}?person=999999`)).body;
    expect(nobody).toContain('Nessuna attività');
    const me = (await settings.current.admin.get(`${path}?person=${settings.current.adminId}`)).body;
    expect(me).toContain('Ha pubblicato un planner');
  });

  it('takes anything as a filter without falling over', async () => {
    const path = `${settings.current.base}/log`;
    for (const query of [
      'day=2026-13-40',
      'code=%00%27',
      'person=drop',
      'before=-1',
      'before=99999999999999999',
      'code=ZZZZZZ',
    ])
      expect((await settings.current.admin.get(`${path}?${query}`)).statusCode).toBe(200);
  });

  it('goes on page by page', async () => {
    for (let entry = 0; entry < 55; entry += 1) await write('see-agenda', '2026-11-21T09:00:00Z');
    const first = await settings.current.admin.get(`${settings.current.base}/log`);
    const next = /href="([^"]*before=\d+[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&');
    expect(next).toBeDefined();
    expect((await settings.current.admin.get(next ?? '')).body).toContain('Ha aperto l’agenda');
  });

  it('is read by those who administer the office or the network, and at an office by auditors', async () => {
    await write('publish-planner', '2026-11-20T09:00:00Z');
    expect((await (await settings.current.as('operator')).get(`${settings.current.base}/log`)).statusCode).toBe(403);
    expect((await settings.current.admin.get('/network/log')).statusCode).toBe(403);
    const auditor = await settings.current.as('auditor', null);
    const read = await auditor.get(`${settings.current.base}/log`);
    expect(read.body).toContain('Ha pubblicato un planner');
    expect((await auditor.get(`${settings.current.base}/settings`)).body).toContain('/log"');
    const network = await settings.current.as('network-admin', null);
    expect((await network.get('/network/log')).body).toContain(settings.current.office.officeCode);
  });
});
