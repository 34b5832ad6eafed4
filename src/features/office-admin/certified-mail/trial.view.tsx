import { certifiedFaultTexts } from '#features/certified-mail/index.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { certifiedAccountTexts } from './account.text.ts';
import type { ShownTrial } from './trial.ts';

/** What a trial said about each half of a mailbox. */
export function TrialView({ language, trial }: { language: Language; trial: ShownTrial }) {
  const t = certifiedAccountTexts.for(language);
  const fault = certifiedFaultTexts.for(language);
  if (trial === 'demo') {
    return (
      <Alert language={language} tone="info" live>
        <p class="mb-0">{t('trialDemo')}</p>
      </Alert>
    );
  }
  const { smtp, imap } = trial;
  const isGood = smtp === null && imap === null;
  return (
    <Alert
      language={language}
      tone={isGood ? 'success' : 'danger'}
      title={isGood ? t('trialGood') : t('trialBad')}
      live
    >
      <ul class="mb-0">
        <li>{smtp === null ? t('smtpGood') : t('smtpBad', { why: fault(smtp) })}</li>
        <li>{imap === null ? t('imapGood') : t('imapBad', { why: fault(imap) })}</li>
      </ul>
    </Alert>
  );
}
