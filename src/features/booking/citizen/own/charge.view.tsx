import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import type { Charge } from '../../take-in-charge.ts';
import { chargeTexts } from './charge.text.ts';

/** The office works on the booking: who, what they write, and that one asks them from now on. */
export function ChargeNotice(props: { language: Language; path: string; charge: Charge | undefined }) {
  const { language, path, charge } = props;
  const t = chargeTexts.for(language);
  return (
    <Alert language={language} tone="info" title={t('title')}>
      {charge?.by && <p>{t('by', { name: charge.by })}</p>}
      {charge?.message && <blockquote class="t-said">{charge.message}</blockquote>}
      <p>
        {t('rules')} <a href={`${path}/requests`}>{t('write')}</a>
      </p>
    </Alert>
  );
}
