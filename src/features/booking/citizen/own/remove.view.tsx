import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { Booking, PersonOfBooking } from '../../booking.query.ts';
import { When } from '../hold/held-bar.view.tsx';
import { removeTexts } from './remove.text.ts';

/** Beside a name: the way to come without this person. */
export function RemoveLink({ person, path, language }: { person: PersonOfBooking; path: string; language: Language }) {
  const t = removeTexts.for(language);
  return (
    <span class="t-no-print">
      {' · '}
      <a href={`${path}/people/${person.position}/remove`} aria-label={t('linkOf', { name: nameOf(person) })}>
        {t('link')}
      </a>
    </span>
  );
}

/** Asks once, in words, before one of the seats is given up. */
export function RemoveView(props: {
  context: PageContext;
  booking: Booking;
  person: PersonOfBooking;
  /** of the booking's page */
  path: string;
  stale?: boolean;
  refusal?: string | undefined;
}) {
  const { context, booking, person, path } = props;
  const { language, csrf } = context;
  const t = removeTexts.for(language);
  const left = booking.people.filter(({ position }) => position !== person.position);
  const city = booking.officeKind === 'municipal' ? undefined : localText(booking.officeCity, language);
  const title = t('title', { name: nameOf(person) });
  return (
    <Layout
      context={context}
      title={title}
      width="text"
      breadcrumb={[{ label: t('crumb', { code: booking.code }), href: path }, { label: t('short') }]}
    >
      <PageHeading
        title={title}
        lead={<When language={language} startsAt={booking.startsAt} zone={booking.timeZone} city={city} />}
      />
      {props.stale && <Alert language={language} tone="warning" live title={t('stale')} />}
      {props.refusal && <Alert language={language} tone="warning" live title={props.refusal} />}
      <SummaryList
        language={language}
        rows={[
          { key: t('service'), value: localText(booking.serviceName, language) },
          { key: t('office'), value: localText(booking.officeName, language) },
          { key: t('left'), value: <span translate={false}>{left.map(nameOf).join(', ')}</span> },
        ]}
      />
      <p>{t('what', { count: left.length })}</p>
      <ActionForm action={`${path}/people/${person.position}/remove`} csrf={csrf} language={language}>
        <Actions>
          <Button kind="danger" busy={t('busy')}>
            {t('yes')}
          </Button>
          <ButtonLink href={path} kind="plain">
            {t('no')}
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Layout>
  );
}

function nameOf({ givenName, familyName }: PersonOfBooking): string {
  return `${givenName} ${familyName}`;
}
