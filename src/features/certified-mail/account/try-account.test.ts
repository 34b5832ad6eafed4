import { describe, expect, it } from 'vitest';
import { useCertifiedPost } from '#test/certified-post.ts';
import { useDeps } from '#test/deps.ts';
import { certifiedAccountOf, openAccount } from './account.query.ts';
import type { AccountSettings } from './save-account.ts';
import { tryCertifiedAccount } from './try-account.ts';

const deps = useDeps();
const post = useCertifiedPost(deps);

describe('an account that is tried', () => {
  async function tried(more: Partial<AccountSettings> = {}) {
    await post.save(more);
    const account = await certifiedAccountOf(deps.current.db, post.office.officeId);
    const opened = account && (await openAccount(deps.current.db, deps.current.secrets, account.id));
    if (opened === undefined) throw new Error('no account');
    return tryCertifiedAccount(opened);
  }

  it('works, or says which half failed and why', async () => {
    expect(await tried()).toEqual({ smtp: null, imap: null });
    expect(await tried({ password: 'wrong' })).toEqual({ smtp: 'login', imap: 'login' });
    expect(await tried({ smtpPort: 1, imapPort: 1 })).toEqual({ smtp: 'connection', imap: 'connection' });
    expect(await tried({ folder: 'Nessuna' })).toEqual({ smtp: null, imap: 'folder' });
    expect(await tried({ doneFolder: 'Nessuna' })).toEqual({ smtp: null, imap: 'folder' });
    // A name, even of this machine, has to offer TLS.
    expect(await tried({ smtpHost: 'localhost', imapHost: 'localhost' })).toEqual({ smtp: 'tls', imap: 'tls' });
  });

  it('sends a kept password to no other server, and reading says what fails', async () => {
    expect(await post.save({ password: null })).toEqual({ ok: true });
    expect(await post.save({ password: null, imapHost: 'localhost' })).toEqual({ ok: false, reason: 'password' });
    await post.save({ password: 'wrong' });
    await post.read();
    expect((await certifiedAccountOf(deps.current.db, post.office.officeId))?.readFault).toBe('login');
  });
});
