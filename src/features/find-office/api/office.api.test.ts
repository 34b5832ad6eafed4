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
