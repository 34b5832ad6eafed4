import type { Booking, PersonOfBooking } from '#features/booking/index.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { removeTexts } from './remove.text.ts';

/** Asks once, in words, before a seat of a booking is given back. */
export function RemoveView(props: {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  person: PersonOfBooking;
  refusal?: string | undefined;
}) {
  const { context, at, booking, person, refusal } = props;
  const { language } = context;
  const t = removeTexts.for(language);
  const path = bookingPath(at.office, booking.code);
  const title = t('title', { name: nameOf(person) });
  const left = booking.people.filter(({ position }) => position !== person.position);
  const isReached = booking.contactEmail !== null || booking.writtenTo !== null;
  return (
    <OfficeLayout
      width="text"
      context={context}
      at={at}
      title={title}
      breadcrumb={[{ label: booking.code, href: path }, { label: t('short') }]}
    >
      <PageHeading title={title} />
      {refusal && <Alert language={language} tone="warning" live title={refusal} />}
      <p>{t('what', { left: left.map(nameOf).join(', ') })}</p>
      <p>{t(isReached ? 'told' : 'notTold')}</p>
      <ActionForm action={`${path}/people/${person.position}/remove`} csrf={context.csrf} language={language}>
        <Actions>
          <Button kind="danger" busy={t('busy')}>
            {t('yes')}
          </Button>
          <ButtonLink href={path} kind="secondary">
            {t('no')}
          </ButtonLink>
        </Actions>
      </ActionForm>
    </OfficeLayout>
  );
}

function nameOf({ givenName, familyName }: PersonOfBooking): string {
  return `${givenName} ${familyName}`;
}
