import { describe, expect, it } from 'vitest';
import { certifiedAccountOf } from '#features/certified-mail/index.ts';
import { certifiedMailbox, mailboxLogin } from '#test/certified-mailbox.ts';
import { certifiedSmtp } from '#test/certified-smtp.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

const account = {
  sender: 'ufficio@pec.example',
  username: 'ufficio@pec.example',
  password: 'una parola della casella',
  smtpHost: 'smtps.pec.example',
  smtpPort: '465',
  imapHost: 'imaps.pec.example',
  imapPort: '993',
  folder: 'INBOX',
  doneFolder: '',
  active: 'yes',
};

describe('the page of a certified mailbox', () => {
  it('keeps the account, never shows its password, and takes it away', async () => {
    const path = `${settings.current.base}/certified-mail`;
    expect((await settings.current.admin.get(path)).body).toContain('Non c’è ancora una casella');
    expect((await settings.current.send(path, account)).to).toBe(`${path}?done=saved`);
    const shown = await settings.current.admin.get(path);
    expect(shown.body).toContain('smtps.pec.example');
    expect(shown.body).not.toContain(account.password);
    expect((await settings.current.send(path, { ...account, password: '', folder: 'Ricevute' })).status).toBe(303);
    const elsewhere = await settings.current.send(path, { ...account, password: '', smtpHost: 'mail.other.example' });
    expect(elsewhere.errors).toEqual(['#password Hai cambiato server o utente: scrivi di nuovo la password']);
    const { db } = deps.current;
    const { officeId } = settings.current.office;
    expect(await certifiedAccountOf(db, officeId)).toMatchObject({ folder: 'Ricevute', active: true });
    await settings.current.admin.post(`${path}/remove`, {});
    expect(await certifiedAccountOf(db, officeId)).toBeUndefined();
  });

  it('says what is wrong with each field', async () => {
    const path = `${settings.current.base}/certified-mail`;
    for (const [change, field] of [
      [{ sender: 'no' }, '#sender'],
      [{ username: '' }, '#username'],
      [{ password: '' }, '#password'],
      [{ smtpHost: '10.0.0.1' }, '#smtpHost'],
      [{ smtpHost: 'localhost' }, '#smtpHost'],
      [{ imapHost: 'mail.internal' }, '#imapHost'],
      [{ smtpPort: '5432' }, '#smtpPort'],
      [{ doneFolder: 'INBOX' }, '#doneFolder'],
    ] as const) {
      const { status, errors, body } = await settings.current.send(path, { ...account, ...change });
      expect([status, errors.map((line) => line.split(' ')[0])]).toEqual([422, [field]]);
      expect(body).not.toContain(account.password);
    }
  });

  it('is tried with one button, which says what fails', async () => {
    const path = `${settings.current.base}/certified-mail`;
    await settings.current.send(path, account);
    const [smtp, mailbox] = [await certifiedSmtp(mailboxLogin), await certifiedMailbox()];
    // The form takes names of servers only; these are on this machine.
    const reach = (imapPort: number) =>
      deps.current.db
        .updateTable('certified_account')
        .set({ smtp_host: '127.0.0.1', imap_host: '127.0.0.1', smtp_port: smtp.port, imap_port: imapPort })
        .set({ username: mailboxLogin.username, password_cipher: deps.current.secrets.encrypt(mailboxLogin.password) })
        .where('office_id', '=', settings.current.office.officeId)
        .execute();
    await reach(mailbox.port);
    expect((await settings.current.send(`${path}/try`, {}, await opened(path))).body).toContain(
      'Funziona: invio e ricezione',
    );
    await reach(1);
    const failed = (await settings.current.send(`${path}/try`, {}, await opened(path))).body;
    expect(failed).toContain('Invio: funziona');
    expect(failed).toContain('Ricezione: Il server del gestore non risponde');
    await Promise.all([smtp.close(), mailbox.close()]);
  });

  async function opened(path: string) {
    await settings.current.admin.get(path);
    return settings.current.admin;
  }

  it('is the network’s too, which offices without one of their own use', async () => {
    const network = await settings.current.as('network-admin', null);
    const sent = await settings.current.send(
      '/network/certified-mail',
      { ...account, sender: 'rete@pec.example' },
      network,
    );
    expect(sent.to).toBe('/network/certified-mail?done=saved');
    expect((await settings.current.admin.get(`${settings.current.base}/certified-mail`)).body).toContain(
      'rete@pec.example',
    );
    expect((await settings.current.admin.get('/network/certified-mail')).statusCode).toBe(403);
    expect(
      (await (await settings.current.as('operator')).get(`${settings.current.base}/certified-mail`)).statusCode,
    ).toBe(403);
  });
});
