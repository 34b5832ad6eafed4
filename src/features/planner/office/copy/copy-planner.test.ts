import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { goodRule, useOfficeDesk, words } from '#test/office-desk.ts';
import { addPlannerPages } from '../routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);

it('a planner is copied to all offices one plans for, with its quotas, and what could not be copied is told', async () => {
  const { db } = deps.current;
  const id = await desk.current.newPlanner();
  const base = `${desk.current.base}/planners/${id}`;
  await desk.current.send(`${base}/rules/new`, goodRule);
  await desk.current.send(`${base}/quotas`, {
    'quotas.0.who': 'elsewhere',
    'quotas.0.kind': 'at-most',
    'quotas.0.seats': '1',
    'quotas.0.per': 'slot',
  });
  const [same, fewer, other, foreign] = [
    await buildOffice(db),
    await buildOffice(db),
    await buildOffice(db, { service: 'cie-copied' }),
    await buildOffice(db),
  ];
  // One service more, which only the first of the others offers.
  for (const officeId of [desk.current.office.officeId, same.officeId]) {
    await sql`INSERT INTO offering (office_id, service_code, party_max) VALUES (${officeId}, 'cie-copied', 1)`.execute(
      db,
    );
  }
  await sql`INSERT INTO planner_offering SELECT ${id}, id FROM offering
            WHERE office_id = ${desk.current.office.officeId} AND service_code = 'cie-copied'`.execute(db);
  await sql`INSERT INTO service (code, kinds, name, summary, instructions, documents, bookable, position)
            VALUES ('other-copied', '{municipal}', '{"it":"Altro","en":"Other"}', '{"it":"—","en":"—"}', '{}', '{}', true, 9) ON CONFLICT DO NOTHING`.execute(
    db,
  );
  await sql`UPDATE offering SET service_code = 'other-copied' WHERE office_id = ${other.officeId}`.execute(db);
  for (const { officeId } of [same, fewer, other])
    await sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${desk.current.managerId}, 'planner-manager', ${officeId})`.execute(
      db,
    );
  const codes = [same, fewer, other].map(({ officeCode }) => officeCode);
  const refused = await desk.current.manager.post(`${base}/copy`, { name: 'Copia', offices: [foreign.officeCode] });
  expect(refused.statusCode).toBe(422);
  expect((await desk.current.manager.post(`${base}/copy`, { name: 'Copia', listed: 'yes' })).statusCode).toBe(422);
  const sent = await desk.current.manager.post(`${base}/copy`, { name: 'Copia', offices: codes });
  expect(sent.statusCode).toBe(303);
  const report = parse((await desk.current.manager.get(String(sent.headers['location']))).body);
  expect(words(report)).toContain('2 copie sono pronte');
  expect(words(report)).toContain(`Non copiato, perché la sede non offre nessuno dei servizi: ${other.officeCode}`);
  expect(words(report)).toContain('Senza questi servizi');
  const { rows } = await sql<{ code: string; published: boolean; quotas: unknown; services: number }>`
    SELECT f.code, p.published, p.quotas, (SELECT count(*)::int FROM planner_offering po WHERE po.planner_id = p.id) AS services
    FROM planner p JOIN office f ON f.id = p.office_id WHERE p.name = 'Copia' ORDER BY p.id`.execute(db);
  expect(rows.map(({ code, published, services }) => [code, published, services])).toEqual([
    [same.officeCode, false, 2],
    [fewer.officeCode, false, 1],
  ]);
  expect(rows[0]?.quotas).toHaveLength(1);
});
