import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type LocalText, localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { AccountProfile } from '../account.query.ts';
import type { Identification } from '../account/identified.query.ts';
import { identifiedHowName } from '../identification.text.ts';
import { withNext } from './next-path.tsx';
import { identificationTexts } from './identification.text.ts';

/** Whether somebody has shown who they are, or how to. */
export function IdentificationView(props: {
  context: PageContext;
  known: Identification | undefined;
  /** where the document was seen */
  seenAt: LocalText | undefined;
  own: AccountProfile['office'];
  next: string | undefined;
}) {
  const { context, known, seenAt, own, next } = props;
  const { language } = context;
  const t = identificationTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      breadcrumb={[{ label: t('profile'), href: sitePaths.profile }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={known ? t('leadDone') : t('leadNot')} />
      {known ? (
        <>
          <SummaryList
            language={language}
            rows={[
              { key: t('how'), value: identifiedHowName(known.how, language) },
              { key: t('when'), value: dayMonthYear(dayIn(known.identifiedAt, 'Europe/Rome'), language) },
              ...(seenAt ? [{ key: t('where'), value: localText(seenAt, language) }] : []),
            ]}
          />
          <p>{t('mistake')}</p>
        </>
      ) : (
        <>
          <p>
            {t('byDoor')} <a href={withNext(sitePaths.ownDoors, next)}>{t('byDoorLink')}</a>
          </p>
          <h2 class="h4">{t('steps')}</h2>
          <ol>
            <li>
              {t('stepCheck')} <a href="/profile/details">{t('details')}</a>
            </li>
            <li>{t('stepBook')}</li>
            <li>{t('stepAsk')}</li>
            <li>
              {t('stepOffice')}{' '}
              {own && <a href={`/offices/${own.code}`}>{t('office', { office: localText(own.name, language) })}</a>}
            </li>
          </ol>
        </>
      )}
      <div class="t-actions">
        <ButtonLink href={next ?? sitePaths.profile} kind="secondary">
          {t('back')}
        </ButtonLink>
      </div>
    </Layout>
  );
}
