import { describe, expect, it } from 'vitest';
import { questionsOf, requestedFilesOf } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

const colour = {
  'label.it': 'Colore degli occhi',
  'label.en': 'Eye colour',
  askedOf: ['applicant', 'companion'],
  control: 'choice',
  mandatory: 'yes',
  'options.0.it': 'Marroni',
  'options.0.en': 'Brown',
  'options.1.it': 'Azzurri',
  'options.1.code': 'blue',
};
const number = {
  'label.it': 'Numero',
  askedOf: ['applicant'],
  control: 'text',
  maxLength: '12',
  pattern: '\\d+',
  'patternMessage.it': 'Solo cifre.',
};

const list = (): string => `${settings.current.base}/services/passport/questions`;
const saved = () => questionsOf(deps.current.db, settings.current.office.offeringId);

describe('an office’s questions', () => {
  it('are written, shown as people will see them, moved, changed and removed, with nothing but forms', async () => {
    const { send, admin } = settings.current;
    expect(await send(`${list()}/new`, colour)).toMatchObject({ status: 303, to: `${list()}?done=saved` });
    expect(await send(`${list()}/new`, number)).toMatchObject({ status: 303 });
    expect(await saved()).toMatchObject([
      {
        code: 'colore-degli-occhi',
        askedOf: ['applicant', 'companion'],
        options: [
          { code: 'marroni', label: { it: 'Marroni', en: 'Brown' } },
          { code: 'blue', label: { it: 'Azzurri' } },
        ],
      },
      { code: 'numero', mandatory: false, maxLength: 12, pattern: '\\d+' },
    ]);
    const page = (await admin.get(list())).body;
    expect(page).toContain('name="people.1.answers.colore-degli-occhi"');
    expect(page).not.toContain('name="people.1.answers.numero"');
    const [first, second] = await saved();
    await admin.post(`${list()}/${second?.id}/move`, { by: 'up' });
    expect((await saved()).map(({ code }) => code)).toEqual(['numero', 'colore-degli-occhi']);
    await send(`${list()}/${second?.id}`, { ...number, 'label.it': 'Numero di telefono', code: 'numero' });
    await admin.get(list());
    await admin.post(`${list()}/${first?.id}/remove`, {});
    expect(await saved()).toMatchObject([{ code: 'numero', label: { it: 'Numero di telefono' } }]);
  });

  it('are refused with what to do where they cannot be asked', async () => {
    const { send } = settings.current;
    const errors = async (fields: Record<string, string | string[]>) => (await send(`${list()}/new`, fields)).errors;
    expect(await errors({})).toEqual([
      expect.stringContaining('#label-it'),
      expect.stringContaining('#askedOf'),
      expect.stringContaining('#control'),
    ]);
    for (const pattern of ['(a', '(a)\\1', 'a{200}{200}'])
      expect(await errors({ ...number, pattern })).toEqual([expect.stringMatching(/^#pattern /)]);
    expect(await errors({ ...number, 'patternMessage.it': '' })).toEqual([
      expect.stringMatching(/^#patternMessage-it /),
    ]);
    expect(await errors({ ...number, maxLength: '501' })).toEqual([expect.stringMatching(/^#maxLength /)]);
    expect(await errors({ ...colour, 'options.1.it': '', 'options.1.code': '' })).toEqual([
      expect.stringMatching(/^#options-1-it /),
    ]);
    await send(`${list()}/new`, number);
    expect((await send(`${list()}/new`, number)).errors).toEqual([expect.stringMatching(/^#code /)]);
  });

  it('give room for more answers without losing what was typed', async () => {
    const { send } = settings.current;
    const more = await send(`${list()}/new`, { ...colour, do: 'rows' });
    expect(more.status).toBe(200);
    expect(more.body).toContain('name="options.5.it"');
    expect(more.body).toContain('value="Azzurri"');
    expect(await saved()).toEqual([]);
  });
});

describe('the files an office asks for', () => {
  it('are written with what they may weigh', async () => {
    const { send, base, office } = settings.current;
    const page = `${base}/services/passport/files/new`;
    expect((await send(page, { 'label.it': 'Prova', mebibytes: '11' })).errors).toEqual([
      expect.stringMatching(/^#mebibytes /),
    ]);
    expect(await send(page, { 'label.it': 'Prova di residenza', mebibytes: '5', mandatory: 'yes' })).toMatchObject({
      status: 303,
    });
    expect(await requestedFilesOf(deps.current.db, office.offeringId)).toMatchObject([
      { code: 'prova-di-residenza', mandatory: true, maxBytes: 5 * 1024 * 1024 },
    ]);
  });
});

describe('invitations', () => {
  const invite = { count: '1', until: '2026-12-31', note: '', people: '' };

  it('are made for a list of people, by name, by address or both', async () => {
    const { send, base, admin } = settings.current;
    const page = `${base}/services/passport/invitations`;
    const people = 'Ada Prova <ada@posta.example>\nugo@posta.example\n\nEva Esempio';
    expect(await send(page, { ...invite, people, write: 'yes' })).toMatchObject({ status: 303 });
    const body = (await admin.get(page)).body;
    for (const shown of ['Ada Prova · ada@posta.example', 'ugo@posta.example', 'Eva Esempio'])
      expect(body).toContain(shown);
    expect(body.match(/\/revoke"/g)).toHaveLength(3);
    const revoke = /action="([^"]+\/revoke)"/.exec(body)?.[1] ?? '';
    expect((await admin.post(revoke, {})).headers.location).toBe(`${page}?done=revoked`);
  });

  it('are written in the language chosen for the people, the office’s own if none is', async () => {
    const { send, base } = settings.current;
    const page = `${base}/services/passport/invitations`;
    for (const more of [{}, { language: 'en' }, { language: 'all' }] as Record<string, string>[])
      expect(await send(page, { ...invite, ...more })).toMatchObject({ status: 303 });
    const { db } = deps.current;
    const made = await db.selectFrom('invitation').select('language').orderBy('id', 'desc').limit(3).execute();
    expect(made.map(({ language }) => language)).toEqual([null, 'en', 'it']);
    expect((await send(page, { ...invite, language: 'xx' })).errors).toEqual([expect.stringMatching(/^#language /)]);
  });

  it('say which line is wrong, and until when they may be good', async () => {
    const { send, base } = settings.current;
    const page = `${base}/services/passport/invitations`;
    const errors = async (more: Record<string, string>) => (await send(page, { ...invite, ...more })).errors;
    expect(await errors({ people: 'ada@' })).toEqual([expect.stringMatching(/^#people /)]);
    expect(await errors({ until: '2020-01-01' })).toEqual([expect.stringMatching(/^#until /)]);
    expect(await errors({ count: '0' })).toEqual([expect.stringMatching(/^#count /)]);
  });
});
