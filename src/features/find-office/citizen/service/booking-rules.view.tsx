import type { Language } from '#platform/language.ts';
import type { Offering } from '#features/offices/index.ts';
import { serviceTexts } from './service.text.ts';

/** The rules of booking in words: how late, who confirms, how to cancel. What opens and when stands with the dates. */
export function BookingRules(props: {
  language: Language;
  offering: Offering;
  /** minutes; how late one may book */
  notice: number;
}) {
  const { language, offering, notice } = props;
  const t = serviceTexts.for(language);
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t('rules')}</h2>
      <ul>
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
