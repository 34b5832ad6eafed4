import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { SeatOffer } from '../../waiting-list/entry.query.ts';
import type { OwnAnswers } from '../../waiting-list/own-answers.ts';
import { AnswerBy, type EntryProps, SeatFacts } from './entry-state.view.tsx';
import { entryTexts } from './entry.text.ts';

/** The page between the link of an e-mail and the booking: what is accepted, in one button, or what is still missing. */
export function AcceptView(props: EntryProps & { seat: SeatOffer; own: OwnAnswers; stale: string | undefined }) {
  const { context, entry, path, seat, own, stale } = props;
  const { language, csrf } = context;
  const t = entryTexts.for(language);
  const form = `/holds/${seat.holdId}`;
  const people = own.kind === 'known' ? [{ key: t('acceptFor'), value: own.name }] : [];
  const back = (
    <ButtonLink href={path} kind="plain">
      {t('back')}
    </ButtonLink>
  );
  return (
    <Layout context={context} title={t('acceptTitle')} width="text">
      <PageHeading
        title={t('acceptTitle')}
        kicker={localText(entry.serviceName, language)}
        lead={<AnswerBy entry={entry} seat={seat} language={language} />}
      />
      {stale && <Alert language={language} tone="warning" live title={stale} />}
      <SeatFacts entry={entry} seat={seat} language={language} more={people} />
      {own.kind === 'known' && (
        <>
          <p>
            {t('privacy')} <a href={sitePaths.privacy}>{t('privacyLink')}</a>
          </p>
          <ActionForm action={`${path}/accept`} csrf={csrf} language={language} hidden={{ offer: seat.id }}>
            <Actions>
              <Button icon="check" busy={t('accepting')}>
                {t('acceptYes')}
              </Button>
              {back}
            </Actions>
          </ActionForm>
        </>
      )}
      {own.kind === 'to-ask' && (
        <Alert language={language} tone="info" title={t('toAsk')}>
          <p>{t('toAskText')}</p>
          <ButtonLink href={context.user ? form : `/login?next=${encodeURIComponent(form)}`}>
            {t('toAskButton')}
          </ButtonLink>
        </Alert>
      )}
      {own.kind === 'not-eligible' && (
        <Alert language={language} tone="warning" title={t('notEligible')}>
          <p>{t('notEligibleText')}</p>
          <ButtonLink href={`/offices/${seat.officeCode}/${entry.serviceCode}`}>{t('servicePage')}</ButtonLink>
        </Alert>
      )}
      {own.kind !== 'known' && <p>{back}</p>}
    </Layout>
  );
}
