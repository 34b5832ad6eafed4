import { type Language, localText } from '#platform/language.ts';
import { OfficeTime } from '#ui/calendar/office-time.tsx';
import { servicePath } from '../addresses.ts';
import type { NextRelease } from '../first-dates.query.ts';
import { homeTexts } from './home.text.ts';
import { When } from './service/when.view.tsx';

const most = 4;

/** When more seats open: one line for each office, on its own clock and, with scripts, on the reader's. */
export function Releases(props: { language: Language; releases: readonly NextRelease[]; now: Temporal.Instant }) {
  const { language, releases, now } = props;
  const t = homeTexts.for(language);
  if (releases.length === 0) return null;
  return (
    <section aria-labelledby="releases">
      <h2 id="releases">{t('releases')}</h2>
      <p>{t('releasesAbout')}</p>
      <ul class="t-releases">
        {releases.slice(0, most).map(({ office, serviceCode, serviceName, opensAt, opensBy, seats }) => {
          const city = localText(office.city, language);
          return (
            <li key={`${office.code} ${serviceCode}`}>
              <strong>
                <When language={language} instant={opensAt} zone={office.timeZone} city={city} now={now} />
                {opensBy && (
                  <>
                    {' – '}
                    <OfficeTime language={language} instant={opensBy} zone={office.timeZone} bare />
                  </>
                )}
              </strong>{' '}
              <a href={servicePath(office.code, serviceCode)}>
                {t('release', { seats, service: localText(serviceName, language), city })}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
