import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { Badge } from '#ui/badge.tsx';
import type { ShownAnswer } from './trail.query.ts';
import { trailTexts } from './trail.text.ts';
import type { TrailProps } from './trail.view.tsx';

/** What was written back, as text only, for an operator to read and register. */
export function AnswersView(props: Omit<TrailProps, 'trails' | 'isTitled'> & { answers: readonly ShownAnswer[] }) {
  const { language, timeZone, answers, paths } = props;
  const t = trailTexts.for(language);
  if (answers.length === 0) return null;
  return (
    <>
      <h3 class="h4">{t('answers')}</h3>
      {answers.map((answer) => (
        <article key={answer.id} class="mb-3">
          <p class="mb-1">
            <Badge tone={answer.isSettled ? 'success' : 'warning'}>
              {answer.isSettled ? t('registered') : t('toRegister')}
            </Badge>{' '}
            {t('answerFrom', { sender: answer.sender })},{' '}
            {`${shortDate(dayIn(answer.at, timeZone), language)}, ${clockTime(answer.at, timeZone)}`}
          </p>
          {!answer.certified && <p class="mb-1">{t('notCertified')}</p>}
          <p class="mb-1">
            <strong>{answer.subject}</strong>
          </p>
          {answer.text === '' ? (
            <p class="t-muted mb-1">{t('noText')}</p>
          ) : (
            <blockquote class="mb-1">
              {answer.text.split('\n').map((line, index) => [index > 0 && <br key={index} />, line])}
            </blockquote>
          )}
          {paths && answer.files.length > 0 && (
            <ul aria-label={t('files')}>
              {answer.files.map(({ position, name, size }) => (
                <li key={position}>
                  <a href={paths.answerFile(answer.id, position)} download>
                    {t('file', { name, size: sizeInWords(size, language) })}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </article>
      ))}
    </>
  );
}

function sizeInWords(bytes: number, language: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    kilobytes,
  );
}
