import { endRefusal, isToExamine } from '#features/booking/index.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { bookingPath } from '../../at-office.ts';
import { deskActions, possibleActions, taskOf } from '../../rules.ts';
import type { BookingViewProps } from './booking.view.tsx';
import { deskBookingTexts } from './booking.text.ts';
import { deskTexts } from '../desk.text.ts';
import { moveStateTexts } from './move-state.text.ts';

/** One button for each thing that is possible now and that the viewer may do; the likeliest first. */
export function BookingActions(props: BookingViewProps) {
  const { context, at, booking, now } = props;
  const { language } = context;
  const t = deskBookingTexts.for(language);
  const path = bookingPath(at.office, booking.code);
  const actions = possibleActions(booking, now).filter((action) => action !== 'cancel' && at.may(taskOf[action]));
  return (
    <section aria-labelledby="actions">
      <h2 id="actions" class="mt-2">
        {t('actions')}
      </h2>
      {actions.length === 0 && <p class="t-muted">{nothingToDo({ at, booking, now }, t)}</p>}
      <div class="d-flex flex-wrap gap-2 mb-3">
        {at.may('take-in-charge') &&
          isToExamine({ status: booking.status, preCheck: booking.preCheck?.state ?? null }) && (
            <ButtonLink href={`${path}/examine`} kind={booking.preCheck ? 'primary' : 'secondary'}>
              {t('examine')}
            </ButtonLink>
          )}
        {actions.map((action, index) =>
          action === 'take-in-charge' ? (
            <ButtonLink key={action} href={`${path}/take-in-charge`} kind="secondary">
              {deskTexts.for(language)(action)}
            </ButtonLink>
          ) : (
            <ActionForm key={action} action={`${path}/${action}`} csrf={context.csrf} language={language}>
              <Button kind={index === 0 && action !== 'undo' && action !== 'give-back' ? 'primary' : 'secondary'}>
                {deskTexts.for(language)(action)}
              </Button>
            </ActionForm>
          ),
        )}
        {at.may('cancel') && possibleActions(booking, now).includes('cancel') && endRefusal(booking) === undefined && (
          <ButtonLink href={`${path}/move`} kind="secondary" icon="clock">
            {moveStateTexts.for(language)('move')}
          </ButtonLink>
        )}
        {at.may('take-in-charge') && booking.clearance && (
          <ButtonLink href={`${path}/clearance`} kind="secondary">
            {t('clearance')}
          </ButtonLink>
        )}
        <ButtonLink href={`${path}/receipt`} kind="plain" icon="print">
          {t('receipt')}
        </ButtonLink>
      </div>
      <CancelSection {...props} />
    </section>
  );
}

/** Why there is no button: the role, the day that has not come, or the end of the matter. */
function nothingToDo(
  { at, booking, now }: Pick<BookingViewProps, 'at' | 'booking' | 'now'>,
  t: ReturnType<typeof deskBookingTexts.for>,
): string {
  if (!deskActions.some((action) => at.may(taskOf[action]))) return t('onlyReading');
  const isComing = booking.live && Temporal.Instant.compare(now, booking.startsAt) < 0;
  return isComing ? t('notYet') : t('noActions');
}

/** The one action that cannot be taken back: it asks in words, and for the reason that people will read. */
function CancelSection({ context, at, booking, now, cancelForm }: BookingViewProps) {
  const t = deskBookingTexts.for(context.language);
  if (!at.may('cancel') || !possibleActions(booking, now).includes('cancel')) return null;
  return (
    <details class="t-danger-summary mb-4" open={cancelForm.errors.length > 0}>
      <summary>{t('cancelTitle')}</summary>
      <p class="mt-2">{booking.contactEmail ? t('cancelAsk') : t('cancelAskNoMail')}</p>
      <Form id="cancel" form={cancelForm} csrf={context.csrf} action={`${bookingPath(at.office, booking.code)}/cancel`}>
        <TextareaField form={cancelForm} name="reason" label={t('cancelReason')} maxlength={500} rows={3} />
        <Button kind="danger" busy={t('cancelBusy')}>
          {t('cancelDo')}
        </Button>
      </Form>
    </details>
  );
}
