import type { RequestedFile } from '#features/offices/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import type { Attachment } from './attachments.query.ts';
import { sizeInWords } from './file-fields.view.tsx';
import { missingFiles } from './files-due.rules.ts';
import { filesTexts } from './files.text.ts';

/** The files of a booking, each to be saved, and what is still missing; nothing where none are asked for or sent. */
export function AttachmentList(props: {
  language: Language;
  attachments: readonly Attachment[];
  files: readonly RequestedFile[];
  /** The address of the booking's page: files are below it. */
  path: string;
  /** What came after this is marked as new. */
  newSince?: Temporal.Instant | undefined;
  /** They may still be sent and changed by whoever looks. */
  mayChange?: boolean | undefined;
}) {
  const { language, attachments, files, path, newSince, mayChange = false } = props;
  const t = filesTexts.for(language);
  if (attachments.length === 0 && files.length === 0) return null;
  const missing = missingFiles(files, attachments).map(({ label }) => localText(label, language));
  return (
    <section class="t-no-print">
      <h2>{t('documents')}</h2>
      {attachments.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul>
          {attachments.map(({ id, label, name, size, createdAt }) => (
            <li key={id}>
              {localText(label, language)}:{' '}
              <a href={`${path}/attachments/${id}`} translate={false} download>
                {name}
              </a>{' '}
              <span class="t-muted">({sizeInWords(size, language)})</span>
              {newSince && Temporal.Instant.compare(createdAt, newSince) > 0 && (
                <>
                  {' '}
                  <Badge tone="info">{t('new')}</Badge>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p>
          <strong>{t('missing', { list: new Intl.ListFormat(language).format(missing) })}</strong>
        </p>
      )}
      {mayChange && files.length > 0 && (
        <p>
          <ButtonLink href={`${path}/attachments`} kind={missing.length > 0 ? 'primary' : 'secondary'} small>
            {t(attachments.length > 0 ? 'change' : 'sendNow')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
