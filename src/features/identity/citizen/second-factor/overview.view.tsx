import { dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { type Factors, isEnrolled, type OwnPasskey } from '../../second-factor/factors.query.ts';
import type { LackingFactor } from '../../viewer.ts';
import { withNext } from '../next-path.tsx';
import { FactorPage, overviewPath } from './frame.view.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

export const factorNotices = {
  doneApp: 'success',
  donePasskey: 'success',
  doneRemoved: 'success',
  doneCodes: 'success',
  unknown: 'info',
  'asked-for': 'warning',
} as const;
export type FactorNotice = keyof typeof factorNotices;

/** How somebody proves who they are beside the password, and where each of it is changed. */
export function FactorsView(props: {
  context: PageContext;
  known: Factors;
  lacking: LackingFactor | null;
  next: string | undefined;
  notice: FactorNotice | undefined;
  mayHavePasskeys: boolean;
}) {
  const { context, known, lacking, next, notice, mayHavePasskeys } = props;
  const { language } = context;
  const t = secondFactorTexts.for(language);
  const enrolled = isEnrolled(known);
  return (
    <FactorPage context={context} title={t('title')} lead={t('lead')} isOverview>
      {notice && <Alert language={language} tone={factorNotices[notice]} title={t(notice)} live />}
      <Lacking language={language} lacking={lacking} />
      <p>
        <Badge tone={enrolled ? 'success' : 'neutral'} icon={enrolled ? 'check-circle' : undefined}>
          {enrolled ? t('on') : t('off')}
        </Badge>
      </p>
      <App language={language} addedAt={known.appAddedAt} next={next} />
      <Passkeys language={language} passkeys={known.passkeys} next={next} mayHave={mayHavePasskeys} />
      <h2 class="h4 mt-5">{t('codes')}</h2>
      <p>
        {t('codesAbout')} {enrolled ? t('codesLeft', { count: known.codesLeft }) : t('codesLater')}
      </p>
      {enrolled && (
        <Actions>
          <ButtonLink href={`${overviewPath}/codes`} kind="secondary">
            {t('codesMake')}
          </ButtonLink>
        </Actions>
      )}
      <h2 class="h4 mt-5">{t('digital')}</h2>
      <p>{t('digitalAbout')}</p>
      <Actions>
        <ButtonLink href="/profile/doors" kind="secondary">
          {t('digitalLink')}
        </ButtonLink>
      </Actions>
      {next !== undefined && lacking?.state !== 'to-add' && (
        <div class="mt-5">
          <ButtonLink href={next} kind={enrolled ? 'primary' : 'plain'}>
            {enrolled ? t('goOn') : t('later')}
          </ButtonLink>
        </div>
      )}
    </FactorPage>
  );
}

function Lacking({ language, lacking }: { language: Language; lacking: LackingFactor | null }) {
  const t = secondFactorTexts.for(language);
  if (lacking?.state === 'asked' && lacking.until !== null)
    return (
      <Alert language={language} tone="info" title={t('askedTitle', { day: dayOf(lacking.until, language) })}>
        <p>{t('askedAbout')}</p>
      </Alert>
    );
  if (lacking?.state !== 'to-add') return null;
  return (
    <Alert language={language} tone="warning" title={t('toAddTitle')}>
      <p>{t('toAddAbout')}</p>
    </Alert>
  );
}

function App(props: { language: Language; addedAt: Temporal.Instant | null; next: string | undefined }) {
  const { language, addedAt, next } = props;
  const t = secondFactorTexts.for(language);
  return (
    <>
      <h2 class="h4 mt-5">{t('app')}</h2>
      <p>
        {t('appAbout')} {addedAt && t('appSince', { day: dayOf(addedAt, language) })}
      </p>
      <Actions>
        <ButtonLink href={withNext(`${overviewPath}/app`, next)} kind={addedAt ? 'secondary' : 'primary'}>
          {addedAt ? t('appChange') : t('appAdd')}
        </ButtonLink>
        {addedAt && (
          <ButtonLink href={`${overviewPath}/remove/app`} kind="plain">
            {t('appRemove')}
          </ButtonLink>
        )}
      </Actions>
    </>
  );
}

function Passkeys(props: {
  language: Language;
  passkeys: readonly OwnPasskey[];
  next: string | undefined;
  mayHave: boolean;
}) {
  const { language, passkeys, next, mayHave } = props;
  const t = secondFactorTexts.for(language);
  return (
    <>
      <h2 class="h4 mt-5">{t('passkeys')}</h2>
      <p>{t('passkeysAbout')}</p>
      {passkeys.length > 0 && (
        <ul>
          {passkeys.map(({ id, name, addedAt, usedAt }) => (
            <li key={id} class="mb-2">
              <strong>{name}</strong>{' '}
              <span class="t-muted">
                {t('passkeyAdded', { day: dayOf(addedAt, language) })},{' '}
                {usedAt ? t('passkeyUsed', { day: dayOf(usedAt, language) }) : t('passkeyNever')}
              </span>{' '}
              <ButtonLink
                href={`${overviewPath}/remove/${id}`}
                kind="plain"
                small
                label={t('passkeyRemoveOf', { name })}
              >
                {t('passkeyRemove')}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {mayHave ? (
        <Actions>
          <ButtonLink href={withNext(`${overviewPath}/passkeys/new`, next)} kind="secondary" icon="key">
            {t('passkeyAdd')}
          </ButtonLink>
        </Actions>
      ) : (
        <p class="t-muted">{t('noSite')}</p>
      )}
    </>
  );
}

function dayOf(instant: Temporal.Instant, language: Language): string {
  return dayMonthYear(dayIn(instant, 'Europe/Rome'), language);
}
