import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { Booking } from '../../booking.query.ts';
import { cancelTexts } from './cancel.text.ts';
import { When } from '../hold/held-bar.view.tsx';

/** Asks once, in words, before a seat is given up. */
export function CancelView({
  context,
  booking,
  stale = false,
}: {
  context: PageContext;
  booking: Booking;
  stale?: boolean;
}) {
  const { language, csrf } = context;
  const t = cancelTexts.for(language);
  const path = `/bookings/${booking.code}`;
  const city = booking.officeKind === 'municipal' ? undefined : localText(booking.officeCity, language);
  return (
    <Layout context={context} title={t('title')} width="text">
      <PageHeading
        title={t('title')}
        lead={<When language={language} startsAt={booking.startsAt} zone={booking.timeZone} city={city} />}
      />
      {stale && <Alert language={language} tone="warning" live title={t('stale')} />}
      <SummaryList
        language={language}
        rows={[
          { key: t('service'), value: localText(booking.serviceName, language) },
          { key: t('office'), value: localText(booking.officeName, language) },
          {
            key: t('people'),
            value: (
              <span translate={false}>
                {booking.people.map((person) => `${person.givenName} ${person.familyName}`).join(', ')}
              </span>
            ),
          },
        ]}
      />
      <p>{t('what')}</p>
      <ActionForm action={`${path}/cancel`} csrf={csrf} language={language}>
        <Actions>
          <Button kind="danger" busy={t('busy')}>
            {t('yes')}
          </Button>
          <ButtonLink href={`${path}/move`} kind="secondary" icon="clock">
            {t('move')}
          </ButtonLink>
          <ButtonLink href={path} kind="plain">
            {t('no')}
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Layout>
  );
}
