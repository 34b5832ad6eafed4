import type { Language } from '#platform/language.ts';
import { idleNoticeTexts } from './idle-notice.text.ts';

/** Comes out a minute before the automatic logout of those who work; unseen without scripts, when the server acts alone. */
export function IdleNotice({ language, after }: { language: Language; after: number }) {
  const t = idleNoticeTexts.for(language);
  return (
    <div class="t-idle" role="alert" data-idle={after} hidden>
      <p>{t('soon')}</p>
      <button type="button" class="btn btn-primary">
        {t('stay')}
      </button>
    </div>
  );
}
