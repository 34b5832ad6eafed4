import { clockTime } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { calendarTexts } from './calendar.text.ts';
import { TimeSlots } from './time-slots.tsx';

interface FreeTime {
  id: string;
  startsAt: Temporal.Instant;
  free: number;
}

/**
 * The free hours of a day under morning and afternoon, for the form around them; whose clock it is stands above, unless they
 * are part of a section that says so.
 */
export function TimesOfDay(props: {
  language: Language;
  zone: string;
  city: string;
  times: readonly FreeTime[];
  within?: boolean | undefined;
}) {
  const { language, zone, city, times, within = false } = props;
  const t = calendarTexts.for(language);
  const hour = ({ startsAt }: FreeTime): number => startsAt.toZonedDateTimeISO(zone).hour;
  const halves = [
    { title: t('morning'), times: times.filter((time) => hour(time) < 13) },
    { title: t('afternoon'), times: times.filter((time) => hour(time) >= 13) },
  ].filter((half) => half.times.length > 0);
  return (
    <>
      {!within && <p class="t-muted">{t('clock', { city })}</p>}
      {halves.map((half) => (
        <section key={half.title}>
          {within ? <h3 class="h4">{half.title}</h3> : <h2>{half.title}</h2>}
          <TimeSlots
            language={language}
            slots={half.times.map(({ id, startsAt, free }) => ({
              id,
              free,
              time: clockTime(startsAt, zone),
              instant: startsAt,
              zone,
            }))}
          />
        </section>
      ))}
    </>
  );
}
