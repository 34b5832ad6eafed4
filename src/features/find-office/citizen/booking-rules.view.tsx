import { type Language, localText } from '#platform/language.ts';
import { dayOfMonth } from '#ui/weekdays.ts';
import type { Offering, Office } from '#features/offices/index.ts';
import type { FreeDays } from '#features/planner/index.ts';
import { serviceTexts } from './service.text.ts';
import { When } from './when.view.tsx';

/** The rules of booking in words: until when, what opens next, who confirms, how to cancel. */
export function BookingRules(props: {
  language: Language;
  office: Office;
  offering: Offering;
  free: FreeDays;
  /** minutes; how late one may book */
  notice: number;
  now: Temporal.Instant;
}) {
  const { language, office, offering, free, notice, now } = props;
  const t = serviceTexts.for(language);
  const { horizonEnd, nextRelease } = free;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t('rules')}</h2>
      <ul>
        {horizonEnd && <li>{t('ruleHorizon', { day: dayOfMonth(horizonEnd, language) })}</li>}
        {nextRelease && (
          <li>
            {t('ruleNext', { day: '' })}
            <When
              language={language}
              instant={nextRelease}
              zone={office.timeZone}
              city={localText(office.city, language)}
              now={now}
            />
            .
          </li>
        )}
        {notice > 0 && <li>{t('ruleNotice', { notice: noticeWords(notice, language) })}</li>}
        <li>{t('ruleHold')}</li>
        <li>{confirmation(offering, language)}</li>
        <li>
          {offering.cancelCutoffHours > 0
            ? t('ruleCancelHours', { hours: offering.cancelCutoffHours })
            : t('ruleCancel')}
        </li>
        {offering.partyMax > 1 && <li>{t('ruleParty', { max: offering.partyMax })}</li>}
        {offering.durationMinutes && <li>{t('ruleDuration', { minutes: offering.durationMinutes })}</li>}
      </ul>
    </section>
  );
}

function confirmation({ confirmBy, confirmOpensDays, confirmClosesDays }: Offering, language: Language): string {
  const t = serviceTexts.for(language);
  switch (confirmBy) {
    case 'citizen':
      return t('ruleConfirmCitizen', { opens: confirmOpensDays, closes: confirmClosesDays });
    case 'office':
      return t('ruleConfirmOffice');
    case 'nobody':
      return t('ruleConfirmNobody');
  }
}

function noticeWords(minutes: number, language: Language): string {
  const t = serviceTexts.for(language);
  if (minutes % 1440 === 0) return t('noticeDays', { days: minutes / 1440 });
  if (minutes % 60 === 0) return t('noticeHours', { hours: minutes / 60 });
  return t('noticeMinutes', { minutes });
}
