import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import type { Office } from '#features/offices/index.ts';
import type { AnnouncedOpenDay } from '#features/planner/index.ts';
import { Card } from '#ui/card.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { servicePath } from '../../addresses.ts';
import { openDaysTexts } from './open-days.text.ts';

/** Openings that the office announces by name: when they are, for what, and when their seats open. */
export function OpenDays(props: {
  language: Language;
  now: Temporal.Instant;
  office: Pick<Office, 'code' | 'timeZone'>;
  openDays: readonly AnnouncedOpenDay[];
}) {
  const { language, now, office, openDays } = props;
  const t = openDaysTexts.for(language);
  if (openDays.length === 0) return null;
  return (
    <section class="mb-4" aria-labelledby="open-days">
      <h2 id="open-days">{t('title')}</h2>
      {openDays.map((openDay) => (
        <Card
          key={`${openDay.firstDay.toString()} ${openDay.starts}`}
          title={localText(openDay.name, language)}
          level={3}
        >
          <p class="fw-semibold">
            {t('when', {
              day: capital(longDate(openDay.firstDay, language)),
              starts: openDay.starts,
              ends: openDay.ends,
            })}
          </p>
          {openDay.text && <p>{localText(openDay.text, language)}</p>}
          <p>{opening(openDay)}</p>
          <ul class="mb-0">
            {openDay.services.map(({ code, name }) => (
              <li key={code}>
                <a href={servicePath(office.code, code)}>{t('book', { service: localText(name, language) })}</a>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </section>
  );

  function opening({ opensAt }: AnnouncedOpenDay): string {
    if (opensAt === null) return t('later');
    if (Temporal.Instant.compare(opensAt, now) <= 0) return t('open');
    const day = longDate(dayIn(opensAt, office.timeZone), language);
    return t('opens', { day, time: clockTime(opensAt, office.timeZone) });
  }
}
