import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { isOutOfOrder } from './busy.ts';
import { photoBusyTexts } from './busy.text.ts';
import { cropTexts } from './crop.text.ts';
import { photoTexts } from './photo.text.ts';

/** Nobody had time for a photo or a cut, or nobody can look at any: what stays as it is, and what to do. */
export function BusyAlert({
  language,
  seconds,
  what,
  isLost = false,
}: {
  language: Language;
  /** until it may be tried again */
  seconds: number;
  what: 'upload' | 'crop';
  /** It was tried, and went wrong. */
  isLost?: boolean;
}) {
  const { title, words } = said(language, { seconds, what, isLost });
  return (
    <Alert language={language} tone="warning" title={title} live>
      <p class="mb-0">{words}</p>
    </Alert>
  );
}

function said(
  language: Language,
  { seconds, what, isLost }: { seconds: number; what: 'upload' | 'crop'; isLost: boolean },
): { title: string; words: string } {
  const t = photoBusyTexts.for(language);
  if (isLost) return { title: t('lostTitle'), words: t('lost') };
  if (isOutOfOrder(seconds)) return { title: t('outTitle'), words: t(what === 'crop' ? 'outCrop' : 'outUpload') };
  const busy = (what === 'crop' ? cropTexts : photoTexts).for(language);
  return { title: busy('busyTitle'), words: busy('busy', { seconds }) };
}
