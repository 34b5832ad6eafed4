import { sql } from 'kysely';
import { type HTMLElement, parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { findOffering } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';
import { serviceParts, type ServicePart } from './parts.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

const hub = () => `${settings.current.base}/services/passport`;
const offering = () => findOffering(deps.current.db, settings.current.office.officeId, 'passport');

/** What the form of a page holds, as a browser would send it. */
function fieldsOf(page: HTMLElement): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const field of page.querySelectorAll('main form input, main form textarea, main form select')) {
    const [name, type] = [field.getAttribute('name') ?? '', field.getAttribute('type')];
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue;
    const option = field.querySelector('option[selected]');
    const value = field.tagName === 'TEXTAREA' ? field.text : (option ?? field).getAttribute('value');
    const before = fields[name];
    fields[name] = before === undefined ? (value ?? '') : [before, value ?? ''].flat();
  }
  return fields;
}

/** Opens a part, changes some fields and sends it. */
async function edit(part: ServicePart, changes: Record<string, string | string[]>) {
  const page = parse((await settings.current.admin.get(`${hub()}/${part}`)).body);
  return settings.current.send(`${hub()}/${part}`, { ...fieldsOf(page), ...changes });
}

describe('the rules of a service', () => {
  it('are told part by part, each with the way to change it', async () => {
    const page = parse((await settings.current.admin.get(hub())).body);
    for (const part of serviceParts) {
      expect(page.querySelector(`a[href="${hub()}/${part}"]`)).not.toBeNull();
      expect((await settings.current.admin.get(`${hub()}/${part}`)).statusCode).toBe(200);
    }
    expect((await settings.current.admin.get(`${hub()}/nothing`)).statusCode).toBe(404);
    expect(page.structuredText).toContain('Il cittadino, da 10 a 3 giorni prima');
  });

  it('saved as they are change nothing', async () => {
    const before = await offering();
    for (const part of serviceParts) expect((await edit(part, {})).to).toBe(`${hub()}?done=unchanged`);
    expect(await offering()).toEqual(before);
  });

  it('are all kept: texts in each language of the office, ages, party, horizon, confirmation, checks', async () => {
    const { officeId } = settings.current.office;
    await sql`UPDATE office SET languages = '{it,en,es}' WHERE id = ${officeId}`.execute(deps.current.db);
    const saved = [
      await edit('texts', {
        'audience.it': 'Per i residenti.',
        'audience.es': 'Para los residentes.',
        'instructions.it': 'Porta la vecchia carta.\n\n Arriva puntuale. ',
        feeFrom: 'own',
        'fee.it': '116 euro.',
      }),
      await edit('who', { minAge: '12', maxAge: '', loginLevel: 'identified', inviteOnly: 'yes', oneTimeCode: 'yes' }),
      await edit('people', {
        partyModes: ['single', 'with-companions'],
        partyMax: '4',
        relationships: ['spouse', 'child'],
      }),
      await edit('when', { horizon: 'thirteen-weeks', noticeLength: '2', noticeUnit: 'days', waitingList: 'yes' }),
      await edit('confirmation', { confirmBy: 'office', exempt: ['desk', 'phone'], cancelCutoffHours: '24' }),
      await edit('documents', {
        documentsFrom: 'own',
        'document.0.it': 'Passaporto scaduto',
        'document.0.en': 'Expired passport',
        'document.2.it': 'Denuncia',
        'document.2.en': 'Police report',
        'cases.2.reason': ['theft', 'loss'],
        'cases.2.age': 'adult',
      }),
      await edit('visit', {
        reasonOptional: 'yes',
        renewalDays: '180',
        liveLimit: '5',
        rights: '5,42',
        duplicate: '10.58 €',
        'payment.it': 'Allo sportello, con carta.',
      }),
      await edit('checks', { preCheck: 'yes', preCheckDays: '10', clearance: 'required' }),
    ];
    expect(saved.map(({ to, errors }) => [to, errors])).toEqual(saved.map(() => [`${hub()}?done=saved`, []]));
    expect(await offering()).toMatchObject({
      audience: { it: 'Per i residenti.', es: 'Para los residentes.' },
      instructions: { it: ['Porta la vecchia carta.', 'Arriva puntuale.'] },
      documents: [
        { text: { it: 'Passaporto scaduto', en: 'Expired passport' }, when: null },
        {
          text: { it: 'Denuncia', en: 'Police report' },
          when: null,
          cases: ['reason:theft', 'reason:loss', 'age:adult'],
        },
      ],
      reasonOptional: true,
      renewalDays: 180,
      liveLimit: 5,
      fees: { rightsCents: 542, duplicateCents: 1058, payment: { it: 'Allo sportello, con carta.' } },
      feeNotice: { it: '116 euro.' },
      minAge: 12,
      maxAge: null,
      birthDate: 'required',
      loginLevel: 'identified',
      inviteOnly: true,
      oneTimeCode: true,
      servedOnly: false,
      partyModes: ['single', 'with-companions'],
      partyMax: 4,
      relationships: ['child', 'spouse'],
      horizonFromDays: 16,
      horizonDays: 91,
      noticeMinutes: 2880,
      waitingList: true,
      confirmBy: 'office',
      confirmExemptChannels: ['desk', 'phone'],
      cancelCutoffHours: 24,
      preCheck: true,
      preCheckDays: 10,
      clearance: 'required',
    });
    for (const part of serviceParts) expect((await edit(part, {})).to).toBe(`${hub()}?done=unchanged`);
  });

  it('say in words from which day to which one could book today', async () => {
    const page = parse((await settings.current.admin.get(`${hub()}/when`)).body).structuredText;
    expect(page).toContain('Oggi si prenoterebbe dall’8 dicembre 2026 al 9 marzo 2027.');
    await edit('when', { horizon: 'own', horizonFrom: '16', horizonLength: '2', horizonUnit: 'weeks' });
    const told = parse((await settings.current.admin.get(hub())).body).structuredText;
    expect(told).toContain('Oggi si prenoterebbe dall’8 dicembre 2026 al 22 dicembre 2026.');
  });

  it.each<[ServicePart, Record<string, string | string[]>, string]>([
    ['confirmation', { confirmClosesDays: '10' }, '#confirmClosesDays La conferma deve finire dopo'],
    ['confirmation', { confirmBy: '' }, '#confirmBy'],
    ['people', { birthDate: 'not-asked' }, '#birthDate Chiedi almeno una delle due'],
    ['people', { partyMax: '21' }, '#partyMax Scrivi un numero da 1 a 20.'],
    ['people', { partyMax: '1' }, '#partyMax Con accompagnatori servono almeno due persone.'],
    ['people', { partyModes: [] }, '#partyModes Scegli almeno una possibilità.'],
    ['people', { relationships: [] }, '#relationships Scegli almeno una parentela'],
    ['people', { relationships: ['self'] }, '#relationships'],
    ['people', { reasons: ['made-up'] }, '#reasons'],
    ['when', { durationMinutes: 'x' }, '#durationMinutes'],
    ['when', { horizon: 'own', horizonFrom: '401' }, '#horizonFrom Scrivi un numero di giorni da 0 a 400.'],
    ['when', { horizon: 'own', horizonLength: '58', horizonUnit: 'weeks' }, '#horizonLength Al massimo 400 giorni'],
    ['when', { noticeLength: '366', noticeUnit: 'days' }, '#noticeLength Al massimo un anno.'],
    ['who', { minAge: '18', maxAge: '12' }, '#maxAge L’età massima deve essere almeno la minima.'],
    ['who', { minAge: '-1' }, '#minAge'],
    ['checks', { preCheckDays: '0' }, '#preCheckDays Scrivi un numero di giorni da 1 a 60.'],
    ['texts', { 'fee.en': 'Free', feeFrom: 'own' }, '#fee-it Scrivi anche il testo in italiano'],
    [
      'documents',
      { documentsFrom: 'own', 'document.0.en': 'A', 'document.0.it': '' },
      '#document-0-it Scrivi anche il testo',
    ],
    ['documents', { documentsFrom: 'own', 'cases.0.age': 'old' }, '#cases-0-age'],
    ['visit', { rights: 'cinque' }, '#rights Scrivi un importo in euro'],
    ['visit', { duplicate: '10,58' }, '#rights Scrivi i diritti del comune'],
    ['visit', { liveLimit: '0' }, '#liveLimit Scrivi un numero da 1 a 100'],
  ])('%s: %o is refused beside its field', async (part, changes, expected) => {
    const before = await offering();
    const refused = await edit(part, changes);
    expect(refused.status).toBe(422);
    expect(refused.errors[0]).toContain(expected);
    expect(await offering()).toEqual(before);
  });

  it('cannot drop the date of birth while there are age limits', async () => {
    await edit('who', { minAge: '18' });
    const refused = await edit('people', { birthDate: 'not-asked', codiceFiscale: 'required' });
    expect(refused.errors[0]).toContain('#birthDate Il servizio ha limiti di età');
  });
});

describe('two who edit at once', () => {
  it('the second is told what changed, loses nothing, and may save over it', async () => {
    const stale = fieldsOf(parse((await settings.current.admin.get(`${hub()}/people`)).body));
    expect((await edit('people', { partyMax: '7' })).status).toBe(303);
    const refused = await settings.current.send(`${hub()}/people`, { ...stale, partyMax: '3' });
    expect(refused.status).toBe(409);
    const page = parse(refused.body);
    expect(page.querySelector('[name=partyMax]')?.getAttribute('value')).toBe('3');
    const row = page.querySelector('main table tbody')?.structuredText.replace(/\s+/g, ' ');
    expect(row).toContain('7');
    expect((await offering())?.partyMax).toBe(7);
    expect((await settings.current.send(`${hub()}/people`, fieldsOf(page))).status).toBe(303);
    expect((await offering())?.partyMax).toBe(3);
  });

  it('in different parts do not disturb each other', async () => {
    const mine = fieldsOf(parse((await settings.current.admin.get(`${hub()}/people`)).body));
    await edit('checks', { clearance: 'notify' });
    expect((await settings.current.send(`${hub()}/people`, { ...mine, partyMax: '3' })).status).toBe(303);
    expect(await offering()).toMatchObject({ partyMax: 3, clearance: 'notify' });
  });

  it('each change is written down with what was and what is, and the page names who came last', async () => {
    await edit('people', { partyMax: '7' });
    const { rows } = await sql<{ detail: unknown }>`
      SELECT detail FROM audit_entry WHERE office_id = ${settings.current.office.officeId} AND action = 'edit-service'`.execute(
      deps.current.db,
    );
    expect(rows).toEqual([{ detail: { fields: ['partyMax'], before: { partyMax: 5 }, after: { partyMax: 7 } } }]);
    expect(parse((await settings.current.admin.get(hub())).body).structuredText).toContain('Ultima modifica:');
  });
});

describe('the preview', () => {
  it('is the citizens’ page by what was typed, in both languages, and saves nothing', async () => {
    const before = await offering();
    const shown = await edit('texts', { do: 'preview', 'audience.it': 'Solo prova', 'audience.en': 'Only a trial' });
    expect(shown.status).toBe(200);
    const page = parse(shown.body);
    expect(page.structuredText).toContain('Anteprima: così la vedranno i cittadini');
    expect(page.structuredText).toContain('Solo prova');
    const english = parse((await settings.current.send(`${hub()}/texts`, { ...fieldsOf(page), _lang: 'en' })).body);
    expect(english.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(english.structuredText).toContain('Preview: this is how citizens will see it');
    expect(english.structuredText).toContain('Only a trial');
    expect(await offering()).toEqual(before);
  });

  it('leads back to the form with everything typed, and can be saved as it is', async () => {
    const typed = { partyMax: '9', partyModes: ['single', 'with-companions'], relationships: ['child', 'spouse'] };
    const preview = parse((await edit('people', { ...typed, do: 'preview' })).body);
    const back = parse((await settings.current.send(`${hub()}/people`, { ...fieldsOf(preview), do: 'back' })).body);
    expect(fieldsOf(back)).toMatchObject(typed);
    expect((await settings.current.send(`${hub()}/people`, { ...fieldsOf(preview), do: 'save' })).status).toBe(303);
    expect(await offering()).toMatchObject({ partyMax: 9, relationships: ['child', 'spouse'] });
  });

  it('shows by what is typed which days there would be, and faults instead of a preview', async () => {
    const narrow = { do: 'preview', horizon: 'own', horizonFrom: '0', horizonLength: '10', horizonUnit: 'days' };
    expect(parse((await edit('when', narrow)).body).structuredText).toContain('Adesso non ci sono posti liberi');
    const wrong = await edit('when', { ...narrow, horizonLength: 'x' });
    expect([wrong.status, wrong.errors.length]).toEqual([422, 1]);
  });

  it('of a service that is off shows how it will be', async () => {
    const shown = parse((await edit('when', { do: 'preview', active: 'no' })).body).structuredText;
    expect(shown).toContain('Qui vedi come sarà');
    expect(shown).toContain('Come funziona la prenotazione');
  });
});
