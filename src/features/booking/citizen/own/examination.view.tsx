import { dayIn } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { Booking } from '../../booking.query.ts';
import { missingLines } from '../../examination/missing.ts';
import { isCitizensTurn, lastDayToSend } from '../../examination/pre-check.rules.ts';
import { expected } from '../../status.rules.ts';
import { ClearanceSteps } from './clearance-steps.view.tsx';
import { examinationTexts } from './examination.text.ts';

interface ExaminationProps {
  context: PageContext;
  booking: Booking;
  /** the address of the booking's page */
  path: string;
  now: Temporal.Instant;
  /** where files are added, while they may be */
  attach?: string | undefined;
  /** said already, in answer to the button */
  justSent?: boolean;
}

/** What the office looks at before the day: what is to be sent, or that it is being looked at; then the clearance. */
export function Examination(props: ExaminationProps) {
  const { booking, context, now } = props;
  const { language } = context;
  const t = examinationTexts.for(language);
  const { preCheck, clearance } = booking;
  const steps = clearance && (
    <ClearanceSteps language={language} booking={booking} clearance={clearance} today={dayIn(now, booking.timeZone)} />
  );
  if (booking.cancelledBy === 'clearance-refused' || booking.cancelledBy === 'clearance-late') return steps;
  if (!expected.includes(booking.status) || Temporal.Instant.compare(booking.endsAt, now) <= 0) return null;
  return (
    <>
      {isCitizensTurn(preCheck?.state ?? null) && <ToSend {...props} />}
      {preCheck?.state === 'to-examine' && !props.justSent && (
        <Alert language={language} tone="info" title={t('examinedTitle')}>
          <p>{t('examinedText')}</p>
        </Alert>
      )}
      {preCheck?.state === 'fine' && <Alert language={language} tone="success" title={t('fineTitle')} />}
      {booking.status === 'awaiting-clearance' && booking.citizenConfirmedAt && (
        <Alert language={language} tone="success" title={t('saidTitle')}>
          <p>{t('saidText')}</p>
        </Alert>
      )}
      {steps}
    </>
  );
}

function ToSend({ context, booking, path, now, attach }: ExaminationProps) {
  const { language, csrf } = context;
  const t = examinationTexts.for(language);
  const { preCheck } = booking;
  if (!preCheck?.dueAt) return null;
  const late = Temporal.Instant.compare(now, preCheck.dueAt) >= 0;
  const last = dayOfMonth(lastDayToSend(preCheck.dueAt, booking.timeZone), language);
  const first = preCheck.state === 'to-send';
  const lines = missingLines(preCheck.missing, language);
  const title = late ? t('lateTitle') : first ? t('toSendTitle', { last }) : t('regulariseTitle', { last });
  const email = booking.officeEmail;
  return (
    <Card title={title} icon="clip" highlighted>
      <p>{late ? t('lateText', { last }) : first ? t('toSendText') : t('regulariseText')}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {!attach && (
        <p>
          {email ? (
            <>
              {t('howTo')} <a href={`mailto:${email}?subject=${booking.code}`}>{email}</a>.{' '}
              {t('withCode', { code: booking.code })}
            </>
          ) : (
            t('howToContact')
          )}
        </p>
      )}
      <div class="t-actions">
        {attach && (
          <ButtonLink href={attach} icon="clip">
            {t('attach')}
          </ButtonLink>
        )}
        <ActionForm action={`${path}/documents-sent`} csrf={csrf} language={language}>
          <Button icon="check" kind={attach ? 'secondary' : 'primary'} busy={t('doing')}>
            {t('done')}
          </Button>
        </ActionForm>
      </div>
      <p class="t-muted mt-3 mb-0">{t('stands')}</p>
    </Card>
  );
}
