import { dayIn } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import type { OfficePageProps } from './office.view.tsx';
import { officeTexts } from './office.text.ts';
import { Closures, OpeningHours } from './opening-hours.view.tsx';

/** When the office receives those with an appointment, and when it will be closed. */
export function OfficeHours({ context, now, office, bookable, planners, closures, extraOpenings }: OfficePageProps) {
  const { language } = context;
  const t = officeTexts.for(language);
  const serviceNames = new Map(bookable.map(({ service }) => [service.code, localText(service.name, language)]));
  if (planners.length === 0 && closures.length === 0) {
    return (
      <section aria-labelledby="hours">
        <h2 id="hours">{t('hours')}</h2>
        <p>{t('noHours')}</p>
      </section>
    );
  }
  return (
    <>
      <section aria-labelledby="hours">
        <h2 id="hours">{t('hours')}</h2>
        {planners.length === 0 && <p>{t('noHours')}</p>}
        <OpeningHours
          language={language}
          planners={planners}
          serviceNames={serviceNames}
          today={dayIn(now, office.timeZone)}
        />
        {planners.length > 0 && office.kind === 'consular' && (
          <p class="t-muted">{t('hoursOf', { city: localText(office.city, language) })}</p>
        )}
      </section>
      {extraOpenings.length > 0 && (
        <section aria-labelledby="extra-openings">
          <h2 id="extra-openings">{t('extraOpenings')}</h2>
          <Closures language={language} closures={extraOpenings} />
        </section>
      )}
      <section aria-labelledby="closures">
        <h2 id="closures">{t('closures')}</h2>
        {closures.length > 0 ? <Closures language={language} closures={closures} /> : <p>{t('noClosures')}</p>}
      </section>
    </>
  );
}
