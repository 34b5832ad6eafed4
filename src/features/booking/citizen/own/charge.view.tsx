import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import type { Charge } from '../../take-in-charge.ts';
import { chargeTexts } from './charge.text.ts';

/** The office works on the booking: who, what they write, and that one asks them from now on. */
export function ChargeNotice(props: { language: Language; office: string; charge: Charge | undefined }) {
  const { language, office, charge } = props;
  const t = chargeTexts.for(language);
  return (
    <Alert language={language} tone="info" title={t('title')}>
      <p>{charge?.by ? t('by', { name: charge.by, office }) : t('byOffice', { office })}</p>
      {charge?.message && <blockquote class="t-said">{charge.message}</blockquote>}
      <p>{t('rules')}</p>
    </Alert>
  );
}
