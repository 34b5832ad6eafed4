import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addIdentityPages, hashPassword } from '#features/identity/index.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import type { Fault } from './fault.ts';
import { importFiles } from './import-files.ts';
import { addImportPages } from './network/imports.route.tsx';

const deps = useDeps();
let folder = '';
let admin = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moving-in-'));
  const { db } = deps.current;
  await buildOffice(db, { code: 'cons-prova' });
  admin = await buildAccount(db, 'rete@test.example');
  await db.insertInto('account_role').values({ account_id: admin, role: 'network-admin', office_id: null }).execute();
});
afterAll(() => rm(folder, { recursive: true }));

async function imported(rows: readonly string[], tell: 'none' | 'all' = 'none') {
  const path = join(folder, 'operatori.csv');
  await writeFile(path, ['nome utente;e-mail;nome;cognome;sede;ruolo', ...rows].join('\n'));
  const faults: Fault[] = [];
  const choices = { tell, wrongCodes: 'refuse', past: 'refuse', source: null } as const;
  const outcome = await importFiles(deps.current, {
    paths: [path],
    apply: true,
    language: 'it',
    choices,
    onFault: (fault) => faults.push(fault),
  });
  return { counts: outcome.ok ? outcome.files[0]?.counts : undefined, faults };
}

const invitations = async () =>
  (await deps.current.pool.query(`SELECT FROM outbox WHERE payload ->> 'kind' = 'invited'`)).rowCount;

describe('operators of another system', () => {
  const marco = 'm.bellandi;marco@test.example;Marco;Bellandi;cons-prova;operatore';

  it('come with their roles, once, and are invited once when people are to be told', async () => {
    expect((await imported([marco])).counts).toEqual({ created: 1 });
    expect(await invitations()).toBe(0);
    expect((await imported([marco, marco.replace('operatore', 'amministratore')], 'all')).counts).toEqual({
      same: 1,
      changed: 1,
    });
    expect((await imported([marco], 'all')).counts).toEqual({ same: 1 });
    expect(await invitations()).toBe(1);
  });

  it('log in with the user name they had, once they have chosen a password', async () => {
    const { db } = deps.current;
    const app = await sliceApp(deps.current, (server) =>
      addIdentityPages(server, deps.current, { afterLogin: async () => undefined }),
    );
    const login = async () => {
      const browser = await testBrowser(app, deps.current);
      await browser.get('/login');
      return (await browser.post('/login', { email: 'M.Bellandi', password: 'una frase che ricordo' })).statusCode;
    };
    expect(await login()).toBe(422);
    const password = {
      password_hash: await hashPassword('una frase che ricordo'),
      email_verified_at: deps.current.clock.now(),
    };
    await db.updateTable('account').set(password).where('email', '=', 'marco@test.example').execute();
    expect(await login()).toBe(303);
    await app.close();
  });

  it('are refused with somebody else’s user name, without a role or with an office that does not exist', async () => {
    const { faults } = await imported([
      'M.BELLANDI;sara@test.example;Sara;Orlandi;cons-prova;operatore',
      ';ugo@test.example;Ugo;Neri;cons-prova;capo',
      ';pia@test.example;Pia;Neri;;operatore',
      ';ada@test.example;Ada;Neri;altrove;operatore',
    ]);
    expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'choice'],
      [2, 'user-name-taken'],
      [4, 'role-place'],
      [5, 'unknown-office'],
    ]);
  });
});

it('past imports are listed for the network with what they could not take, without a value', async () => {
  await imported([';ugo@test.example;Ugo;Neri;cons-prova;capo']);
  const app = await sliceApp(deps.current, addImportPages);
  const browser = await testBrowser(app, deps.current, admin);
  const list = parse((await browser.get('/network/imports')).body);
  expect(list.structuredText).toContain('operatori.csv');
  const page = await browser.get(list.querySelector('a[href^="/network/imports/"]')?.getAttribute('href') ?? '');
  const text = parse(page.body).structuredText;
  expect(text).toContain('non è tra i valori ammessi');
  expect(page.body).not.toContain('capo');
  expect((await (await testBrowser(app, deps.current)).get('/network/imports')).statusCode).toBe(303);
  await app.close();
});
