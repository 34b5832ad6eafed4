import type { PhotoOutcome } from '#features/booking/index.ts';
import { Alert } from '#ui/alert.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { bookingPath } from '../../at-office.ts';
import { placeWords } from './photos-path.ts';
import { photosTexts } from './photos.text.ts';
import type { PhotosProps } from './photos.view.tsx';

/** What the last press did, with the way back; or why it did nothing. */
export function PhotoNotice({ context, at, look, notice }: PhotosProps) {
  const { language, csrf } = context;
  const t = photosTexts.for(language);
  const { done, lost, undone } = notice;
  if (lost) return <Alert language={language} tone="warning" live title={t(lost)} />;
  if (undone) return <Alert language={language} tone="info" live title={t('undone')} />;
  if (done === undefined) return null;
  const { id, code, name, outcome, reached } = done;
  return (
    <div class="t-photo-done">
      <Alert language={language} tone="success" live title={t(words[outcome], { name })}>
        {outcome === 'another-asked' && <p class="mb-1">{t(reached ? 'letterSoon' : 'tellThem')}</p>}
        <ActionForm
          action={`${bookingPath(at.office, code)}/photo/undo`}
          csrf={csrf}
          language={language}
          hidden={{ decision: id, view: look.view, at: placeWords(done) }}
        >
          <button type="submit" class="btn btn-outline-primary btn-sm t-key-button" data-key="z">
            <span>{t('undoDone')}</span>
            <kbd class="t-key" aria-hidden="true" hidden>
              Z
            </kbd>
          </button>
        </ActionForm>
      </Alert>
    </div>
  );
}

const words = {
  accepted: 'doneAccepted',
  overridden: 'doneOverridden',
  'another-asked': 'doneAsked',
} as const satisfies Record<PhotoOutcome, string>;
