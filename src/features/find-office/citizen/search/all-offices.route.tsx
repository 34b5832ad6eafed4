import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import {
  listCountriesWithOffices,
  listFoundOffices,
  listProvincesWithOffices,
  listServices,
  rankOffices,
  type Service,
} from '#features/offices/index.ts';
import type { SearchRequest } from '../../search-request.ts';
import { AllOfficesView } from './all-offices.view.tsx';
import { areaPageSize, AreaView } from './area.view.tsx';

/** Where there are offices: countries by continent, provinces by region. */
export async function showAllOffices(deps: Deps, reply: FastifyReply): Promise<FastifyReply> {
  const [countries, provinces] = await Promise.all([
    listCountriesWithOffices(deps.db),
    listProvincesWithOffices(deps.db),
  ]);
  return page(reply, <AllOfficesView context={reply.pageContext()} countries={countries} provinces={provinces} />);
}

/** The offices of a country or a province, with their contacts. */
export async function showArea(
  deps: Deps,
  wish: { request: SearchRequest; service: Service | undefined },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { request, service } = wish;
  const { country, province, bookable } = request;
  const kind = country === undefined ? 'municipal' : 'consular';
  const filter = { q: '', kind, country, province, service: service?.code, bookable } as const;
  const [{ offices }, services, countries, provinces] = await Promise.all([
    rankOffices(deps.db, filter),
    listServices(deps.db),
    listCountriesWithOffices(deps.db),
    listProvincesWithOffices(deps.db),
  ]);
  const place =
    country === undefined
      ? provinces.find(({ code }) => code === province)?.name
      : countries.find(({ code }) => code === country)?.name;
  const ordered = offices.toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
  const shown = ordered.slice((request.page - 1) * areaPageSize, request.page * areaPageSize);
  const items = await listFoundOffices(
    deps.db,
    shown.map(({ id }) => id),
  );
  const offered = services.filter((one) => one.bookable && one.kinds.includes(kind));
  return page(
    reply.code(place === undefined ? 404 : 200),
    <AreaView
      {...{ context: reply.pageContext(), request, service, place, items }}
      services={offered}
      total={ordered.length}
    />,
  );
}
