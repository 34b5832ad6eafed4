import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingByCode, searchBookings, seatFaults } from '#features/booking/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { type ImportOptions, importText } from '#test/import-text.ts';

const deps = useDeps();
let folder = '';
let office: BuiltOffice;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moving-in-'));
  const { db } = deps.current;
  office = await buildOffice(db, { code: 'cons-prova', slots: 6, capacity: 1, from: '2027-01-14T09:00:00Z' });
  const admin = await buildAccount(db, 'rete@test.example');
  await db.insertInto('account_role').values({ account_id: admin, role: 'network-admin', office_id: null }).execute();
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  await deps.current.pool.query('TRUNCATE booking, outbox CASCADE; UPDATE slot SET taken = 0, capacity = planned');
});

const imported = (name: string, content: string | Buffer, options: ImportOptions = {}) =>
  importText(deps.current, join(folder, name), content, { source: 'Agenda di prima', ...options });

const head = 'sede;servizio;codice;data;ora;cognome;nome;data di nascita;e-mail';
const row = (code: string, hour: string, surname = `Rossi ${code}`, day = '14/01/2027') =>
  `cons-prova;passport;${code};${day};${hour};${surname.replace(/\d/g, 'x')};Anna;05/05/1980;`;

async function count(table: string): Promise<number> {
  const { rows } = await deps.current.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]?.n ?? 0;
}

describe('appointments of another system', () => {
  it('are only looked at in a trial, and written once however often the file comes', async () => {
    const file = [head, row('AB-1', '9.00', 'Verdi'), row('K7QF29MX', '09:20', 'Bianchi')].join('\r\n');
    const trial = await imported('appuntamenti.csv', file, { apply: false });
    expect(trial.counts).toMatchObject({ created: 2, 'new-code': 1 });
    expect(await count('booking')).toBe(0);
    expect((await imported('appuntamenti.csv', file)).counts).toMatchObject({ created: 2 });
    expect((await imported('appuntamenti.csv', file)).counts).toEqual({ same: 2 });
    expect(await count('booking')).toBe(2);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('keep a code that can be ours, and are found by one that cannot', async () => {
    await imported(
      'appuntamenti.csv',
      [head, row('Pren. 2026/77', '9', 'Verdi'), row('K7QF29MX', '9,20', 'Bianchi')].join('\n'),
    );
    const { db, secrets } = deps.current;
    expect((await bookingByCode(db, secrets, 'K7QF29MX'))?.people[0]?.familyName).toBe('Bianchi');
    const found = await searchBookings(db, secrets, {
      officeId: office.officeId,
      text: 'pren 2026-77',
      today: deps.current.clock.now(),
      most: 5,
    });
    expect(found.map(({ people }) => people[0]?.familyName)).toEqual(['Verdi']);
    expect(found[0]?.code).toMatch(/^[2-9A-Z]{8}$/);
  });

  it('take their seats, and one more where all are taken; nobody else is offered it', async () => {
    const file = [
      head,
      row('a', '9.00', 'Verdi'),
      row('b', '9.00', 'Bianchi'),
      row('c', '9.10', 'Neri'),
      row('d', '7.00', 'Gialli'),
    ].join('\n');
    expect((await imported('appuntamenti.csv', file)).counts).toMatchObject({ created: 4, beyond: 2, outside: 1 });
    const { rows } = await deps.current.pool.query(
      `SELECT to_char(starts_at, 'HH24:MI') AS at, planned, capacity, taken, open FROM slot WHERE taken > 0 ORDER BY starts_at`,
    );
    expect(rows).toEqual([
      { at: '07:00', planned: 0, capacity: 1, taken: 1, open: false },
      { at: '09:00', planned: 1, capacity: 3, taken: 3, open: false },
      { at: '09:20', planned: 1, capacity: 1, taken: 1, open: false },
    ]);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('that are past come as history, with what became of them', async () => {
    const past = (code: string, status: string) =>
      `${row(code, '10.00', `Verdi${'abc'[Number(code)]}`, '01.09.26')};${status};3/8/26 14.05`;
    const file = [`${head};stato;prenotato il`, past('0', 'servito'), past('1', 'Assente'), past('2', '')].join('\n');
    const first = await imported('appuntamenti.csv', file);
    expect(first.counts).toMatchObject({ created: 2, refused: 1 });
    expect(first.faults).toMatchObject([{ line: 4, reason: 'past-open' }]);
    expect((await imported('appuntamenti.csv', file, { past: 'served' })).counts).toMatchObject({
      same: 2,
      created: 1,
    });
    const { rows } = await deps.current.pool.query<{
      status: string;
      kind: string;
      source: string;
      at: Temporal.Instant;
    }>(
      `SELECT b.status, e.at, e.kind, e.detail ->> 'source' AS source FROM booking b JOIN booking_event e ON e.booking_id = b.id ORDER BY b.id, e.id`,
    );
    expect(rows.map(({ status, kind, source }) => `${status} ${kind} ${source}`)).toEqual([
      'served created Agenda di prima',
      'served imported Agenda di prima',
      'no-show created Agenda di prima',
      'no-show imported Agenda di prima',
      'served created Agenda di prima',
      'served imported Agenda di prima',
    ]);
    expect(String(rows[0]?.at)).toBe('2026-08-03T13:05:00Z');
  });

  it('are refused row by row with the column and the reason, and personal data are not shown', async () => {
    const file = [
      `${head};cf`,
      `${row('1', '9.00', 'Verdi')};VRDNNA80E45H501X`,
      `${row('2', '25.00', 'Neri')};`,
      `nowhere;passport;3;14/01/2027;9.00;Gialli;Ugo;;;`,
      `cons-prova;passport;4;31/02/2027;9.00;Gialli;Ugo;;non una mail;`,
      `cons-prova;passport;5;14/01/2027;9.20;Bianchi;Ada;;;`,
    ].join('\n');
    const report = join(folder, 'rifiutati.csv');
    const { faults, counts } = await imported('appuntamenti.csv', file, { report });
    expect(counts).toMatchObject({ created: 1, refused: 4 });
    expect(faults.map(({ line, column, reason, shown }) => [line, column, reason, shown])).toEqual(
      expect.arrayContaining([
        [2, 'codice_fiscale', 'codice-fiscale', null],
        [3, 'time', 'hour', '25.00'],
        [4, 'office', 'unknown-office', 'nowhere'],
        [5, 'email', 'email', null],
      ]),
    );
    const mended = (await readFile(report, 'utf8')).replace('25.00', '9.40').replace('VRDNNA80E45H501X', '');
    expect(mended).toContain('Scrivila come 9.30 o 09:30.');
    expect((await imported('mended-appuntamenti.csv', mended)).counts).toMatchObject({ created: 2, refused: 2 });
  });

  it('with a wrong codice fiscale are taken with a mark where so chosen', async () => {
    const file = [`${head};cf`, `${row('1', '9.00', 'Verdi')};VRDNNA80E45H501X`].join('\n');
    expect((await imported('appuntamenti.csv', file, { wrongCodes: 'take' })).counts).toMatchObject({
      'wrong-code': 1,
    });
    const { rows } = await deps.current.pool.query(`SELECT wrong_codes FROM imported_booking`);
    expect(rows).toEqual([{ wrong_codes: [0] }]);
  });

  it('of one person for one service are never two', async () => {
    const file = [head, row('1', '9.00', 'Verdi'), row('2', '9.20', 'Verdi')].join('\n');
    for (const apply of [false, true]) {
      expect((await imported('appuntamenti.csv', file, { apply })).faults).toMatchObject([
        { line: 3, reason: 'already-booked' },
      ]);
    }
  });

  it('are told of as chosen', async () => {
    const file = [
      head,
      `${row('1', '9.00', 'Verdi')}anna@test.example`,
      `${row('K7QF29MX', '9.20', 'Neri')}ugo@test.example`,
    ].join('\n');
    for (const [tell, told] of [
      ['none', 0],
      ['changes', 1],
      ['all', 2],
    ] as const) {
      await deps.current.pool.query('TRUNCATE booking, outbox CASCADE');
      await imported('appuntamenti.csv', file, { tell });
      expect(await count(`outbox WHERE task = 'notify'`)).toBe(told);
    }
  });

  it('are a party where rows with the same code follow each other', async () => {
    const file = [head, row('7', '9.00', 'Verdi'), row('7', '9.00', 'Neri'), row('8', '9.20', 'Gialli')].join('\n');
    expect((await imported('appuntamenti.csv', file)).counts).toMatchObject({ created: 2 });
    const { rows } = await deps.current.pool.query('SELECT party FROM booking ORDER BY id');
    expect(rows).toEqual([{ party: 2 }, { party: 1 }]);
  });
});

describe('an import that is cut short', () => {
  const hour = (n: number) => `${8 + (n % 10)}.${String(Math.floor(n / 10) % 60).padStart(2, '0')}`;
  const day = (n: number) => `${1 + Math.floor(n / 600)}/6/2027`;
  const letters = (n: number) =>
    [n % 26, Math.floor(n / 26) % 26, Math.floor(n / 676)]
      .map((at) => 'abcdefghijklmnopqrstuvwxyz'.charAt(at))
      .join('');
  const lines = Array.from({ length: 700 }, (_, n) =>
    row(`R${n}`, n === 200 ? '99' : hour(n), `Rossi ${letters(n)}`, day(n)),
  );

  it('keeps what was taken, and goes on from there', async () => {
    const file = [head, ...lines].join('\n');
    const cut = imported('appuntamenti.csv', file, {
      onFault: () => {
        throw new Error('cut short');
      },
    });
    await expect(cut).rejects.toThrow('cut short');
    const kept = await count('booking');
    expect(kept).toBeGreaterThan(400);
    expect((await imported('appuntamenti.csv', file)).counts).toMatchObject({
      same: kept,
      created: 699 - kept,
      refused: 1,
    });
    expect(await count('booking')).toBe(699);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });
});

describe('files as spreadsheets write them', () => {
  const lines = [
    'Ufficio;Note;Cognome;NOME;Data;Ora;Servizio;Codice;Colore;Data nascita',
    'cons-prova;"prima riga\nseconda";Nicolò;Zoë;14-01-2027;9:20;passport;X1;blu;1.2.1975',
    ';;;;;;;;;',
    'cons-prova;;Perù;José;14.01.27;0940;passport;X2;;1/2/76',
  ];
  const windows1252 = (text: string) => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
  const utf16be = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

  it.each<[string, Buffer | string]>([
    ['Windows-1252 with CRLF', windows1252(lines.join('\r\n'))],
    [
      'UTF-8 with a mark, and another where two files were joined',
      `\uFEFF${lines[0]}\n${lines[1]}\n\uFEFF${lines.slice(2).join('\n')}`,
    ],
    ['UTF-16 of a spreadsheet, with tabs', Buffer.from(`\uFEFF${lines.join('\r\n').replaceAll(';', '\t')}`, 'utf16le')],
    ['UTF-16 the other way round', utf16be(lines.join('\n'))],
    ['commas and old line ends', lines.join('\r').replaceAll(';', ',')],
    ['empty lines on top and at the end', `\n\n${lines.join('\n')}\n\n\n`],
  ])('are read: %s', async (_, content) => {
    const { counts, faults, ignored } = await imported('appuntamenti.csv', content);
    expect(faults).toEqual([]);
    expect(counts).toMatchObject({ created: 2 });
    expect(ignored).toEqual(['colore']);
    const { rows } = await deps.current.pool.query<{ who: string }>(
      `SELECT family_name || ' ' || given_name || ' ' || birth_date AS who FROM booking_person ORDER BY booking_id`,
    );
    expect(rows.map(({ who }) => who)).toEqual(['Nicolò Zoë 1975-02-01', 'Perù José 1976-02-01']);
  });

  it('are refused as a whole with a reason when they are none, lack columns, or are newer than this', async () => {
    const faultOf = async (name: string, content: string | Buffer) => (await imported(name, content)).fault;
    expect(await faultOf('appuntamenti.csv', Buffer.from('PK\u0003\u0004xyz'))).toEqual({ reason: 'not-text' });
    expect(await faultOf('appuntamenti.csv', '')).toEqual({ reason: 'empty' });
    expect(await faultOf('x.csv', 'a;b\n1;2')).toEqual({ reason: 'unknown-kind' });
    expect(await faultOf('appuntamenti.csv', 'sede;data\nx;1')).toMatchObject({ reason: 'no-columns' });
    expect(await faultOf('appuntamenti.csv', 'sede;data;Sede\nx;1;y')).toEqual({
      reason: 'heading-twice',
      column: 'sede',
    });
    expect(await faultOf('x.csv', `# turno appointments 2\n${head}\n`)).toEqual({
      reason: 'newer-version',
      version: 2,
    });
    expect(await faultOf('appuntamenti.csv', `${head}\n"a;b`)).toMatchObject({ reason: 'broken' });
    expect(await faultOf('appuntamenti.json', '[{"office": ')).toMatchObject({ reason: 'broken' });
  });

  it('are read as JSON too, with a version', async () => {
    const rows = [
      {
        office: 'cons-prova',
        service: 'passport',
        code: 'J1',
        starts_at: '2027-01-14T09:00:00Z',
        given_name: 'Ada',
        family_name: 'Neri',
        birth_date: '1980-01-02',
      },
    ];
    expect(
      (await imported('a.json', JSON.stringify({ format: 'turno-appointments', version: 1, rows }))).counts,
    ).toMatchObject({ created: 1 });
    expect((await imported('appointments.json', JSON.stringify(rows))).counts).toEqual({ same: 1 });
  });
});
