import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { findOffice, importReferenceData, officesServing, territoryOf } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

beforeEach(async () => {
  await sql`INSERT INTO country (code, name) VALUES ('IE', '{"it": "Irlanda", "en": "Ireland"}') ON CONFLICT DO NOTHING`.execute(
    deps.current.db,
  );
});

const url = () => `${settings.current.base}/territory`;

describe('the territory of an office', () => {
  it('is written with its parts, shown in words, and in the audit log', async () => {
    const { db } = deps.current;
    const fields = {
      'country.0': 'GB',
      'parts.0': 'Scozia | Scotland\r\nIrlanda del Nord | Northern Ireland\n\n',
      'country.1': 'IE',
      'parts.1': '',
      seen: '',
    };
    const saved = await settings.current.send(url(), fields);
    expect([saved.status, saved.to]).toEqual([303, `${url()}?done=saved`]);
    const { officeId, officeCode } = settings.current.office;
    expect(await territoryOf(db, officeId)).toMatchObject([
      { country: 'GB', parts: [{ it: 'Irlanda del Nord' }, { it: 'Scozia', en: 'Scotland' }] },
      { country: 'IE', parts: [] },
    ]);
    expect((await findOffice(db, officeCode))?.jurisdiction).toEqual({
      it: 'Regno Unito (Irlanda del Nord e Scozia); Irlanda',
      en: 'Regno Unito (Northern Ireland and Scotland); Ireland',
    });
    const page = parse((await settings.current.admin.get(saved.to)).body);
    expect(page.structuredText).toContain('Ultima modifica: 22 novembre 2026');
    expect(page.querySelector('[name="parts.0"]')?.textContent).toContain('Scozia | Scotland');
    const { rows } =
      await sql`SELECT FROM audit_entry WHERE action = 'edit-territory' AND office_id = ${officeId}`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['a country twice', { 'country.1': 'GB' }, '#country-1'],
    ['parts of no country', { 'country.0': '', 'parts.0': 'Scozia', 'country.1': 'IE' }, '#country-0'],
    ['a country that is none', { 'country.1': 'xx' }, '#country-1'],
    ['a part twice', { 'parts.0': 'Scozia\nscozia' }, '#parts-0'],
    ['nothing at all', { 'country.0': '' }, '#country-0'],
    ['a line without end', { 'parts.0': 'x'.repeat(130) }, '#parts-0'],
  ])('is not saved with %s', async (_what, wrong, field) => {
    const sent = await settings.current.send(url(), { 'country.0': 'GB', seen: '', ...wrong });
    expect([sent.status, sent.errors.map((error) => error.split(' ')[0])]).toEqual([422, [field]]);
  });

  it('is not overwritten by somebody who had not seen it change', async () => {
    const fields = { 'country.0': 'GB', seen: '' };
    expect((await settings.current.send(url(), fields)).status).toBe(303);
    expect((await settings.current.send(url(), fields)).status).toBe(409);
  });

  it('of a site is its parent’s until it has one of its own, and again when that is emptied', async () => {
    const { db } = deps.current;
    const { officeId } = settings.current.office;
    await settings.current.send(url(), { 'country.0': 'GB', 'parts.0': 'Galles', seen: '' });
    await sql`
      INSERT INTO office (code, kind, name, city, country, time_zone, languages, search, updated_at, parent_id, site_kind)
      VALUES (${`cons-sito-${officeId}`}, 'consular', '{"it": "Sito"}', '{"it": "Sito"}', 'GB', 'Europe/London', '{it}', 'sito', '2026-11-01',
              ${officeId}, 'correspondent')`.execute(db);
    const site = await findOffice(db, `cons-sito-${officeId}`);
    const siteId = site?.id ?? 0;
    expect((await territoryOf(db, siteId))[0]?.parts).toEqual([{ it: 'Galles' }]);
    const serving = (await officesServing(db, 'gb')).filter(({ id }) => id === siteId || id === officeId);
    expect(serving.map(({ parts }) => parts)).toEqual([[{ it: 'Galles' }], [{ it: 'Galles' }]]);
    const admin = await settings.current.as('office-admin', siteId);
    const own = `/office/cons-sito-${officeId}/territory`;
    expect((await settings.current.send(own, { 'country.0': 'IE', seen: '' }, admin)).status).toBe(303);
    expect((await territoryOf(db, siteId)).map(({ country }) => country)).toEqual(['IE']);
    const { changedAt } = await sql<{ changedAt: Temporal.Instant }>`
      SELECT territory_changed_at AS "changedAt" FROM office WHERE id = ${siteId}`
      .execute(db)
      .then(({ rows }) => rows[0] ?? { changedAt: null });
    const emptied = await settings.current.send(own, { seen: changedAt?.toString() ?? '' }, admin);
    expect(emptied.status).toBe(303);
    expect((await territoryOf(db, siteId))[0]?.country).toBe('GB');
  });
});

describe('an import of the data', () => {
  it('knows the parts that the data tell, and leaves what an office wrote', async () => {
    const { db, clock } = deps.current;
    const again = () => db.transaction().execute((tx) => importReferenceData(tx, { now: clock.now() }));
    await again();
    const manchester = await findOffice(db, 'cons-manchester');
    const [served] = await territoryOf(db, manchester?.id ?? 0);
    expect(served?.country).toBe('GB');
    expect(served?.parts[0]?.it).toContain('Cheshire');
    const admin = await settings.current.as('office-admin', manchester?.id ?? 0);
    const fields = { 'country.0': 'GB', 'parts.0': 'Cumbria', seen: '' };
    expect((await settings.current.send('/office/cons-manchester/territory', fields, admin)).status).toBe(303);
    await sql`DELETE FROM data_import`.execute(db);
    await again();
    expect((await territoryOf(db, manchester?.id ?? 0))[0]?.parts).toEqual([{ it: 'Cumbria' }]);
    expect((await findOffice(db, 'cons-manchester'))?.jurisdiction?.it).toBe('Cumbria');
  });
});
