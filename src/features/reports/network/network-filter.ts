import type { Db } from '#platform/database.ts';
import { queryText } from '#platform/http/query.ts';
import type { Language, LocalText } from '#platform/language.ts';
import { countedServices } from '../figures/service-names.query.ts';
import { knownAreas, type NetworkFilter, networkScope, type Scope } from '../figures/scope.query.ts';
import { type Filter, serviceFilter } from '../shown/period-form.view.tsx';
import { networkTexts } from './network.text.ts';

/** Which offices an address asks for, and the filters that say so. What is unknown filters nothing. */
export async function readFilter(
  db: Db,
  { query, language, services }: { query: unknown; language: Language; services: ReadonlyMap<string, LocalText> },
): Promise<{ filter: NetworkFilter; scope: Scope; filters: Filter[] }> {
  const t = networkTexts.for(language);
  const asked = queryText(query, 'kind');
  const kind = (['consular', 'municipal'] as const).find((one) => one === asked) ?? null;
  const areas = await knownAreas(db);
  const wish = queryText(query, 'area');
  const area = areas.find((one) => one.area === wish && (kind === null || one.kind === kind))?.area ?? null;
  const code = queryText(query, 'service');
  const filter = { kind, area, service: services.has(code) ? code : null };
  const all = await networkScope(db, { kind: null, area: null, service: null });
  const names = new Map(areas.filter((one) => kind === null || one.kind === kind).map((one) => [one.area, one.name]));
  const kinds = (['consular', 'municipal'] as const).map((value) => ({ value, label: t(value) }));
  const filters = [
    { name: 'kind', label: t('kind'), all: t('allKinds'), value: kind, options: kinds },
    {
      name: 'area',
      label: t('area'),
      all: t('allAreas'),
      value: area,
      options: [...names]
        .map(([value, label]) => ({ value, label }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    },
    serviceFilter(language, { codes: await countedServices(db, all), names: services, value: filter.service }),
  ];
  return { filter, scope: await networkScope(db, filter), filters };
}
