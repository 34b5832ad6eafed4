import { type Booking, type StaleNotice, StaleNoticeAlert, PhotoPanel, photoTexts } from '#features/booking/index.ts';
import { ButtonLink } from '#ui/button.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { nameOf } from '../desk.view.tsx';
import { mayAddAtDesk } from './may-add.rules.ts';

/** A photo at the desk: the same as for its person, without a last hour. */
export function DeskPhotoView(props: {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  position: number;
  form: FormState;
  busyFor?: number | undefined;
  notice?: StaleNotice | undefined;
}) {
  const { context, at, booking, position, form, busyFor, notice } = props;
  const { language } = context;
  const t = photoTexts.for(language);
  const path = bookingPath(at.office, booking.code);
  const person = booking.people.find((one) => one.position === position);
  const name = person ? `${person.givenName} ${person.familyName}` : nameOf(booking);
  return (
    <OfficeLayout
      width="text"
      context={context}
      at={at}
      title={t('of', { name })}
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: booking.code, href: path }, { label: t('title') }]}
    >
      <PageHeading title={t('of', { name })} />
      {notice && <StaleNoticeAlert language={language} notice={notice} />}
      <PhotoPanel
        form={form}
        csrf={context.csrf}
        path={`${path}/photo`}
        position={position}
        photos={booking.photos}
        zone={booking.timeZone}
        busyFor={busyFor}
        open={mayAddAtDesk(booking) && booking.completion.photo !== 'none'}
      />
      <ButtonLink href={path} kind="secondary">
        {t('back')}
      </ButtonLink>
    </OfficeLayout>
  );
}
