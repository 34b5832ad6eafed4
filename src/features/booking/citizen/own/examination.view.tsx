import { dayIn, withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { Booking } from '../../booking.query.ts';
import { type Clearance, isOverdue } from '../../clearance/clearance.rules.ts';
import { missingLines } from '../../examination/missing.ts';
import { isCitizensTurn, lastDayToSend } from '../../examination/pre-check.rules.ts';
import { expected } from '../../status.rules.ts';
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
      {clearance && <ClearanceSteps language={language} clearance={clearance} today={dayIn(now, booking.timeZone)} />}
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

/** Where the municipality's consent stands, step by step. */
function ClearanceSteps(props: { language: Language; clearance: Clearance; today: Temporal.PlainDate }) {
  const { language, clearance, today } = props;
  const t = examinationTexts.for(language);
  const { municipality, mode, state } = clearance;
  if (mode === 'notify') {
    const on = dayWords(clearance.answeredOn, language);
    const told = state === 'told' && municipality ? t('told', { municipality, on }) : undefined;
    return <p>{told ?? (municipality ? t('toTell', { municipality }) : t('toTellNoName'))}</p>;
  }
  return (
    <Card title={t('clearanceTitle')} icon={state === 'granted' ? 'check-circle' : 'clock'}>
      <p>{municipality ? t('clearanceLead', { municipality }) : t('clearanceLeadNoName')}</p>
      <ol>
        {stepsOf(clearance, today, language).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {state !== 'granted' && <p class="t-muted mb-0">{t('clearanceLate')}</p>}
    </Card>
  );
}

function stepsOf(clearance: Clearance, today: Temporal.PlainDate, language: Language): string[] {
  const t = examinationTexts.for(language);
  const { state, askedOn, remindedOn, dueOn, answeredOn } = clearance;
  const until = dayWords(dueOn, language);
  return [
    ...(askedOn ? [t('asked', { on: dayWords(askedOn, language) })] : []),
    ...(remindedOn ? [t('reminded', { on: dayWords(remindedOn, language) })] : []),
    ...(state === 'to-ask' ? [t('toAsk')] : []),
    ...(state === 'asked' ? [isOverdue(clearance, today) ? t('overdue', { until }) : t('awaited', { until })] : []),
    ...(state === 'granted' ? [t('granted', { on: dayWords(answeredOn, language) })] : []),
    ...(state === 'refused' ? [t('refused', { on: dayWords(answeredOn, language) })] : []),
  ];
}

function dayWords(day: Temporal.PlainDate | null, language: Language): string {
  return day === null ? '' : withArticle('il', day, language);
}
