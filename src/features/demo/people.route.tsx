import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { findOffice } from '#features/offices/index.ts';
import { demoPassword, demoPeople, type DemoPerson } from './create-people.ts';
import { PeopleView } from './people.view.tsx';
import { wantsJson } from './wants-json.ts';

/** The invented people one may log in as; only where the demo set-up is on. */
export function addPeoplePages(app: FastifyInstance, deps: Deps): void {
  app.get('/demo/people', async (request, reply) => {
    if (wantsJson(request)) return reply.header('cache-control', 'no-store').send({ items: demoPeople.map(asJson) });
    const codes = [...new Set(demoPeople.flatMap(({ office }) => office ?? []))];
    const offices = await Promise.all(codes.map((code) => findOffice(deps.db, code)));
    const names = new Map(offices.flatMap((office) => (office ? [[office.code, office.name] as const] : [])));
    return page(reply, <PeopleView context={reply.pageContext()} offices={names} more={deps.config.demoCitizens} />);
  });
}

function asJson(person: DemoPerson) {
  const { role, email, givenName, familyName, codiceFiscale, office } = person;
  const birthDate = person.birthDate.toString();
  return { role, email, password: demoPassword, givenName, familyName, birthDate, codiceFiscale, office };
}
