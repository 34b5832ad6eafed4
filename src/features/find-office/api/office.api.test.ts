import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { useOpenOffices } from '#test/open-offices.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

it('describes an office in full over HTTP', async () => {
  const reply = await offices.app.inject({ url: '/api/v1/offices/cons-london', headers: { 'accept-language': 'en' } });
  const office = reply.json<{
    services: { code: string; bookable: boolean; documents: unknown[]; rules: object | null }[];
  }>();
  expect(office).toMatchObject({
    code: 'cons-london',
    address: '1 Example Row',
    publicHours: null,
    privacy: { page: '/offices/cons-london/privacy', controller: null, dpo: null, text: null },
    openingHours: [
      { services: ['passport'], starts: '09:00', breaks: [{ starts: '09:20', ends: '09:40' }] },
      { services: ['cie'] },
    ],
    closures: [{ firstDay: '2026-12-25', lastDay: '2026-12-26', reason: 'Christmas' }],
  });
  expect(office.services.find(({ code }) => code === 'passport')).toMatchObject({
    bookable: true,
    rules: { partyMax: 3, horizonDays: 14, releaseTimes: ['19:00'], confirmBy: 'citizen', confirmOpensDays: 10 },
  });
  expect(office.services.find(({ code }) => code === 'notary')).toMatchObject({ bookable: false, rules: null });
  for (const code of ['cons-atlantis', '%00']) {
    const missing = await offices.app.inject(`/api/v1/offices/${code}`);
    expect([missing.statusCode, missing.headers['content-type']]).toEqual([
      404,
      expect.stringContaining('problem+json'),
    ]);
  }
});

it('tells each rule of a service, and the office’s own words in place of the national ones', async () => {
  await sql`
    UPDATE offering SET horizon_from_days = 3, horizon_days = 7, notice_minutes = 120, min_age = 18, party_max = 2,
      party_modes = '{single,with-companions}', relationships = '{spouse}', one_time_code = true, waiting_list = true,
      pre_check = true, audience = '{"it": "Per i residenti", "en": "For residents"}', fee_notice = '{"it": "Gratis", "en": "Free"}',
      documents = '[{"text": {"it": "Passaporto", "en": "Passport"}, "when": null}]'
    WHERE service_code = 'passport' AND office_id = (SELECT id FROM office WHERE code = 'cons-london')`.execute(
    deps.current.db,
  );
  const reply = await offices.app.inject({ url: '/api/v1/offices/cons-london', headers: { 'accept-language': 'en' } });
  const { services } = reply.json<{ services: { code: string }[] }>();
  expect(services.find(({ code }) => code === 'passport')).toMatchObject({
    audience: 'For residents',
    fee: 'Free',
    documents: [{ text: 'Passport', when: null }],
    rules: {
      minAge: 18,
      maxAge: null,
      partyModes: ['single', 'with-companions'],
      relationships: ['spouse'],
      horizonFromDays: 3,
      horizonDays: 10,
      noticeMinutes: 120,
      oneTimeCode: true,
      waitingList: true,
      preCheckDays: 8,
      clearance: 'none',
      loginLevel: 'account',
      inviteOnly: false,
      servedOnly: false,
    },
  });
  const { text } = await offices.visit('/offices/cons-london/passport', 'en');
  expect(text).toContain('For residents');
  expect(text).toContain('at least 18 years old');
  expect(text).toContain('Free');
  expect(text).toContain('You can book until 2 hours before.');
  expect(text).toContain('The others may be: husband or wife.');
  expect(text).toContain('A code of six digits');
  expect(text).toContain('If seats run out there is a waiting list.');
});
