import { When } from '#features/booking/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { officeWords } from '../letters/appointment.ts';
import { appointmentTexts } from '../letters/appointment.text.ts';
import type { BookingFacts } from '../letters/booking-facts.query.ts';
import { LinkContacts } from './link-contacts.view.tsx';

/** What it is for, and where. */
export function kickerOf(facts: BookingFacts, language: Language): string {
  return `${localText(facts.service.name, language)} · ${officeWords(facts, language)}`;
}

/** When; with the city, unless the office is a town's own. */
export function WhenOf({ facts, language }: { facts: BookingFacts; language: Language }) {
  const { kind, city, timeZone } = facts.office;
  const named = kind === 'municipal' ? undefined : localText(city, language);
  return <When language={language} startsAt={facts.startsAt} zone={timeZone} city={named} />;
}

/** Who comes, and how to find the office: what, where and when stand above already. */
export function BookingDetails({ facts, language }: { facts: BookingFacts; language: Language }) {
  const t = appointmentTexts.for(language);
  return (
    <SummaryList
      language={language}
      rows={[
        { key: t('people'), value: <span translate={false}>{facts.people.join(', ')}</span> },
        {
          key: t('code'),
          value: (
            <span class="t-code" translate={false}>
              {facts.code}
            </span>
          ),
        },
        { key: t('address'), value: facts.office.address ?? t('noAddress') },
        { key: t('officeContacts'), value: <LinkContacts office={facts.office} language={language} /> },
      ]}
    />
  );
}
