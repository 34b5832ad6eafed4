import type { ComponentChildren } from 'preact';
import type { Office, Offering } from '#features/offices/index.ts';
import { clockTime, longDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { TimeSlots } from '#ui/calendar/time-slots.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { NearDay } from '../../form/nearest-times.query.ts';

/** Free times by day, each a button that holds its seat at once. */
export function NearTimes(props: {
  language: Language;
  csrf: string;
  office: Pick<Office, 'code' | 'timeZone'>;
  offering: Pick<Offering, 'serviceCode'>;
  party: number;
  days: readonly NearDay[];
  /** Fields that let the page be shown again in another language. */
  remember?: Readonly<Record<string, string>> | undefined;
  children?: ComponentChildren;
}) {
  const { language, csrf, office, offering, party, days, remember = {} } = props;
  const hidden = { office: office.code, service: offering.serviceCode, party: String(party), ...remember };
  return (
    <Form id="near-times" form={freshForm(language)} csrf={csrf} action="/holds">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {days.map(({ day, slots }) => (
        <section key={day.toString()}>
          <h3>{capital(longDate(day, language))}</h3>
          <TimeSlots
            language={language}
            slots={slots.map(({ id, startsAt, free }) => ({ id, time: clockTime(startsAt, office.timeZone), free }))}
          />
        </section>
      ))}
      {props.children}
    </Form>
  );
}
