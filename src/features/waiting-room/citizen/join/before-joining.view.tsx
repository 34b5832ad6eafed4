import { readIsoDay } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { joinPath } from '../paths.ts';
import type { JoinPageProps, NotJoined } from './join-page.ts';
import { joinTexts } from './join.text.ts';

/** They wanted a seat, and are here instead. */
export function SentHere({ context, chosen }: JoinPageProps) {
  const { language } = context;
  const t = joinTexts.for(language);
  const day = chosen.date === undefined ? undefined : readIsoDay(chosen.date);
  return (
    <Alert language={language} tone="info" live title={t('chosenTitle')}>
      <p>
        {day && `${t('chosenDay', { day: dayOfMonth(day, language) })} `}
        {t('chosenText')}
      </p>
    </Alert>
  );
}

/** A place belongs to somebody: the login comes first, and leads back here. */
export function LogInFirst({ context, at, chosen, reader }: JoinPageProps & { reader: 'nobody' | 'unproved' }) {
  const { language } = context;
  const t = joinTexts.for(language);
  const place = { officeCode: at.office.code, serviceCode: at.offering.serviceCode };
  const next = encodeURIComponent(joinPath(place, chosen));
  if (reader === 'unproved')
    return (
      <Alert language={language} tone="warning" title={t('verifyTitle')}>
        <p>{t('verifyText')}</p>
        <ButtonLink href={`/verify-email?next=${next}`}>{t('verify')}</ButtonLink>
      </Alert>
    );
  return (
    <>
      <h2>{t('loginTitle')}</h2>
      <p>{t('loginText')}</p>
      <Actions>
        <ButtonLink href={`/login?next=${next}`}>{t('login')}</ButtonLink>
        <ButtonLink href={`/register?next=${next}`} kind="secondary">
          {t('register')}
        </ButtonLink>
      </Actions>
    </>
  );
}

/** Why no place was given, and what to do. */
export function Refused({ language, reason }: { language: PageContext['language']; reason: NotJoined }) {
  const t = joinTexts.for(language);
  const said = {
    'already-waiting': ['alreadyTitle', 'alreadyText'],
    'too-many-tickets': ['tooManyTitle', 'tooManyText'],
    'not-yet': ['notYetTitle', 'notYetText'],
    over: ['overTitle', 'overText'],
  } as const;
  const [title, text] = said[reason];
  return (
    <Alert language={language} tone="warning" live title={t(title)}>
      <p>{t(text)}</p>
      {(reason === 'already-waiting' || reason === 'too-many-tickets') && (
        <p>
          <a href={sitePaths.bookings}>{t('alreadySee')}</a>
        </p>
      )}
    </Alert>
  );
}
