import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { officeRecord } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

const good = {
  address: 'Farringdon Street 83-86,  London EC4A 4BL',
  email: 'appuntamenti@cons-prova.example',
  phone: '+44 20 7312 2200',
  website: 'www.cons-prova.example',
  lat: '51,5',
  lon: '-0.1',
  languages: ['en', 'fr'],
  'hours.it': 'Lunedì 9-12',
  'notice.it': 'Si entra dal cortile.',
  'notice.en': 'The way in is through the courtyard.',
  seen: '',
};

const url = () => `${settings.current.base}/details`;
const record = () => officeRecord(deps.current.db, settings.current.office.officeId);

describe('the details of an office', () => {
  it('are saved with who changed them and when, and written down', async () => {
    const saved = await settings.current.send(url(), good);
    expect([saved.status, saved.to]).toEqual([303, `${url()}?done=saved`]);
    expect(await record()).toMatchObject({
      address: 'Farringdon Street 83-86, London EC4A 4BL',
      website: 'https://www.cons-prova.example',
      lat: 51.5,
      lon: -0.1,
      languages: ['it', 'en', 'fr'],
      hours: { it: 'Lunedì 9-12' },
      notice: { it: 'Si entra dal cortile.', en: 'The way in is through the courtyard.' },
      directions: null,
      changedBy: settings.current.adminId,
    });
    const page = parse((await settings.current.admin.get(saved.to)).body);
    expect(page.structuredText).toContain('Ultima modifica: 22 novembre 2026, 10:00, di Ada Prova.');
    expect(page.querySelector('[name="notice.fr"]')).not.toBeNull();
    const { rows } = await sql<{ detail: { fields: string[] } }>`
      SELECT detail FROM audit_entry WHERE action = 'edit-office-details' AND office_id = ${settings.current.office.officeId}`.execute(
      deps.current.db,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.detail.fields).toContain('notice');
  });

  it('say beside each field what is wrong, and keep what was typed', async () => {
    const wrong = async (fields: Record<string, string>) =>
      (await settings.current.send(url(), { ...good, ...fields })).errors;
    expect(await wrong({ email: 'chiocciola' })).toEqual([
      '#email Scrivi un indirizzo e-mail completo, come nome@esempio.it.',
    ]);
    expect(await wrong({ phone: 'chiedi al portiere' })).toHaveLength(1);
    expect(await wrong({ website: 'javascript:alert(1)' })).toEqual([
      '#website Scrivi l’indirizzo di un sito, come https://www.esempio.it.',
    ]);
    expect(await wrong({ lat: '91' })).toEqual(['#lat Scrivi una latitudine in gradi, da -90 a 90, come 51,5.']);
    expect(await wrong({ lon: '' })).toEqual(['#lon Compila questo campo.']);
    expect(await wrong({ 'hours.it': '', 'hours.en': 'Monday' })).toEqual([
      '#hours-it Scrivi prima il testo in italiano: si legge dove manca un’altra lingua.',
    ]);
    expect(await wrong({ 'notice.it': 'x'.repeat(501) })).toEqual(['#notice-it Il testo è troppo lungo.']);
    expect(await wrong({ languages: 'klingon' })).toHaveLength(1);
    expect((await record())?.changedAt).toBeNull();
    const { body, status } = await settings.current.send(url(), { ...good, address: '<b>"Via</b>', email: 'x' });
    expect(status).toBe(422);
    expect(parse(body).querySelector('input[name=address]')?.getAttribute('value')).toBe('<b>"Via</b>');
  });

  it('take no place far from the one in the official data', async () => {
    await sql`UPDATE office SET reference = '{"lat": 51.5, "lon": -0.15}' WHERE id = ${settings.current.office.officeId}`.execute(
      deps.current.db,
    );
    expect((await settings.current.send(url(), { ...good, lat: '-0.15', lon: '51.5' })).errors).toEqual([
      '#lat Questo posto è a più di 100 km da quello dei dati ufficiali. Controlla di non aver scambiato i numeri.',
    ]);
    expect((await settings.current.send(url(), good)).status).toBe(303);
  });

  it('are shown as citizens will see them before they are saved', async () => {
    const preview = await settings.current.send(url(), { ...good, do: 'preview' });
    expect(preview.status).toBe(200);
    const page = parse(preview.body);
    expect(page.querySelector('.t-card')?.structuredText).toContain('Si entra dal cortile.');
    expect(page.querySelector('input[name=phone]')?.getAttribute('value')).toBe(good.phone);
    expect((await record())?.phone).toBeNull();
  });

  it('are not overwritten unseen when two people edit at once', async () => {
    expect((await settings.current.send(url(), good)).status).toBe(303);
    const late = await settings.current.send(url(), { ...good, phone: '+44 20 0000 0000' });
    expect(late.status).toBe(409);
    expect(late.errors[0]).toContain('Nel frattempo qualcun altro ha salvato questi dati.');
    expect((await record())?.phone).toBe(good.phone);
    const seen = parse(late.body).querySelector('input[name=seen]')?.getAttribute('value') ?? '';
    expect((await settings.current.send(url(), { ...good, phone: '+44 20 0000 0000', seen })).status).toBe(303);
  });
});

describe('the privacy notice of an office', () => {
  const notice = async (language = 'it') => {
    const path = `/offices/${settings.current.office.officeCode}/privacy`;
    return parse((await settings.current.admin.get(path, { 'accept-language': language })).body).structuredText;
  };

  it('names the office as controller until it says otherwise', async () => {
    expect(await notice()).toContain(`Titolare del trattamento: ${settings.current.office.officeCode}.`);
    const fields = { controller: 'Ente di prova', dpo: 'dpo@ente.example', 'text.it': 'Uno.\nDue <b>.', seen: '' };
    const saved = await settings.current.send(`${settings.current.base}/privacy`, fields);
    expect(saved.status).toBe(303);
    const words = await notice();
    expect(words).toContain('Titolare del trattamento: Ente di prova.');
    expect(words).toContain('Responsabile della protezione dei dati: dpo@ente.example');
    expect(words).toContain('Due <b>.');
    expect(await notice('en')).toContain('Controller: Ente di prova.');
  });

  it('is not there for an office that is not', async () => {
    expect((await settings.current.admin.get('/offices/nowhere/privacy')).statusCode).toBe(404);
  });
});
