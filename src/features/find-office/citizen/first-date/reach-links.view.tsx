import type { Language } from '#platform/language.ts';
import {
  firstDatePath,
  type FirstDateRequest,
  firstDateSortings,
  reaches,
} from '../../first-date/first-date-request.ts';
import type { AskedPlace } from '../../first-date/place.query.ts';
import { firstDateTexts } from './first-date.text.ts';

/** How far and in which order, as plain links. */
export function ReachLinks(props: { language: Language; asked: FirstDateRequest; place: AskedPlace }) {
  const { language, asked, place } = props;
  const t = firstDateTexts.for(language);
  const at = (wish: Partial<FirstDateRequest>) => firstDatePath({ ...asked, ...wish, page: 1 });
  const province = place.kind === 'municipality' || place.kind === 'position' ? place.municipality.provinceName : '';
  const distances = reaches.map((reach) => ({
    words: reach === 'province' ? t('withinProvince', { province }) : t('withinKm', { km: reach }),
    href: at({ within: reach }),
    current: reach === asked.within,
  }));
  const orders = firstDateSortings.map((sort) => ({
    words: sort === 'date' ? t('sortDate') : t('sortDistance'),
    href: at({ sort }),
    current: sort === asked.sort,
  }));
  return (
    <>
      {place.kind !== 'abroad' && <Links label={t('within')} links={distances} />}
      <Links label={t('sort')} links={orders} />
    </>
  );
}

function Links({
  label,
  links,
}: {
  label: string;
  links: readonly { words: string; href: string; current: boolean }[];
}) {
  return (
    <nav class="t-sort t-sort-close" aria-label={label}>
      <span aria-hidden="true">{label}:</span>
      <ul>
        {links.map(({ words, href, current }) => (
          <li key={href}>{current ? <strong aria-current="true">{words}</strong> : <a href={href}>{words}</a>}</li>
        ))}
      </ul>
    </nav>
  );
}
