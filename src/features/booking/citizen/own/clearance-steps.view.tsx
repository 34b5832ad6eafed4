import { withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { Booking } from '../../booking.query.ts';
import { type Clearance, isOverdue } from '../../clearance/clearance.rules.ts';
import { clearanceStepTexts } from './clearance-steps.text.ts';

interface StepsProps {
  readonly language: Language;
  readonly booking: Pick<Booking, 'cancelledBy' | 'officeCode' | 'serviceCode'>;
  readonly clearance: Clearance;
  readonly today: Temporal.PlainDate;
}

/** Where the municipality's consent stands, step by step: who was asked, when, by when, and what it answered. */
export function ClearanceSteps(props: StepsProps) {
  const { language, booking, clearance } = props;
  const t = clearanceStepTexts.for(language);
  const { municipality, mode, state } = clearance;
  if (mode === 'notify') {
    const on = dayWords(clearance.answeredOn, language);
    const told = state === 'told' && municipality ? t('told', { municipality, on }) : undefined;
    return <p>{told ?? (municipality ? t('toTell', { municipality }) : t('toTellNoName'))}</p>;
  }
  const isOff = booking.cancelledBy !== null;
  const isOpen = !isOff && (state === 'to-ask' || state === 'asked');
  return (
    <Card title={t('title')} icon={state === 'granted' ? 'check-circle' : 'clock'}>
      <p>{municipality ? t('lead', { municipality }) : t('leadNoName')}</p>
      <ol>
        {stepsOf(props).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {isOpen && <p class="t-muted mb-0">{t(clearance.atDeadline === 'cancel' ? 'cancels' : 'stays')}</p>}
      {isOff && (
        <p class="mb-0">
          <ButtonLink href={`/offices/${booking.officeCode}/${booking.serviceCode}`}>{t('again')}</ButtonLink>
        </p>
      )}
    </Card>
  );
}

function stepsOf({ language, booking, clearance, today }: StepsProps): string[] {
  const t = clearanceStepTexts.for(language);
  const { state, askedOn, remindedOn, dueOn, answeredOn, answerProtocol, reason } = clearance;
  const until = dayWords(dueOn, language);
  const on = dayWords(answeredOn, language);
  const isOff = booking.cancelledBy !== null;
  return [
    ...(askedOn ? [askedWords(clearance, language)] : []),
    ...(remindedOn ? [t('reminded', { on: dayWords(remindedOn, language) })] : []),
    ...(state === 'to-ask' && !isOff ? [t('toAsk')] : []),
    ...(state === 'asked' && isOff && booking.cancelledBy === 'clearance-late' ? [t('lapsed', { until })] : []),
    ...(state === 'asked' && !isOff
      ? [isOverdue(clearance, today) ? t('overdue', { until }) : t('awaited', { until })]
      : []),
    ...(state === 'to-ask' && !isOff && dueOn ? [t('awaited', { until })] : []),
    ...(state === 'granted' ? [t('granted', { on })] : []),
    ...(state === 'refused' ? [t('refused', { on })] : []),
    ...(answerProtocol ? [t('protocol', { protocol: answerProtocol })] : []),
    ...(reason ? [t('reason', { reason })] : []),
  ];
}

function askedWords({ askedOn, municipality, answeringOffice }: Clearance, language: Language): string {
  const t = clearanceStepTexts.for(language);
  const on = dayWords(askedOn, language);
  if (answeringOffice) return t('askedTurno', { on, office: localText(answeringOffice, language) });
  return municipality ? t('asked', { on, municipality }) : t('askedNoName', { on });
}

function dayWords(day: Temporal.PlainDate | null, language: Language): string {
  return day === null ? '' : withArticle('il', day, language);
}
