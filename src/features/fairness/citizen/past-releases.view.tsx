import type { Deps } from '#platform/deps.ts';
import { dayIn, longDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { fairnessPaths } from '../paths.ts';
import { publishedOf } from '../published-report.ts';
import { publicFairnessTexts } from './fairness.text.ts';

/** How the last releases of a service went, for its page; nothing where its office publishes none. */
export function pastReleases(deps: Pick<Deps, 'db'>) {
  return async (request: {
    office: { readonly id: number; readonly timeZone: string };
    offering: { readonly id: number };
    language: Language;
  }) => {
    const { office, offering, language } = request;
    const reports = await publishedOf(deps.db, { officeId: office.id, offeringId: offering.id });
    if (reports.length === 0) return undefined;
    const t = publicFairnessTexts.for(language);
    return (
      <section aria-labelledby="past-releases">
        <h2 id="past-releases" class="h4">
          {t('past')}
        </h2>
        <ul>
          {reports.map(({ code, opensAt }) => (
            <li key={code}>
              <a href={fairnessPaths.public(code)}>
                {t('pastOf', { day: longDate(dayIn(opensAt, office.timeZone), language) })}
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  };
}
