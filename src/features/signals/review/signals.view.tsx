import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { Table } from '#ui/table.tsx';
import { kindTexts } from '../kinds.text.ts';
import type { Notice } from '../notice.query.ts';
import { signalPaths } from '../paths.ts';
import type { Demand } from '../proof/demand.ts';
import type { OutcomeCount, Signal } from '../signal.query.ts';
import { type ReviewPlace, ReviewPage } from './place.tsx';
import { reviewTexts } from './review.text.ts';

export interface SignalsProps {
  context: PageContext;
  place: ReviewPlace;
  signals: readonly Signal[];
  answers: readonly Notice[];
  counts: readonly OutcomeCount[];
  demand: Demand | undefined;
  done: boolean;
}

/** What waits for a look, what people answered, and how often it was a false alarm. */
export function SignalsView(props: SignalsProps) {
  const { context, place, signals, answers, counts, done } = props;
  const { language } = context;
  const t = reviewTexts.for(language);
  const k = kindTexts.for(language);
  const open = signals.filter(({ decision }) => decision === null).length;
  return (
    <ReviewPage context={context} place={place} title={t('title')}>
      <PageHeading title={t('title')} lead={t('lead', { open })} />
      {done && (
        <Alert language={language} tone="success" title={t('done')} live>
          {t('doneAbout')}
        </Alert>
      )}
      {signals.length === 0 ? (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneAbout')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          columns={[
            { label: t('what') },
            { label: t('accounts'), numeric: true },
            { label: t('seen') },
            { label: t('state') },
          ]}
          rows={signals.map(({ id, kind, accounts, lastAt, decision }) => ({
            key: String(id),
            cells: [
              <a key="what" href={signalPaths.one(place.code, id)}>
                {k(kind)}
              </a>,
              accounts,
              moment(lastAt, place.zone, language),
              <Badge key="state" tone={decision === null ? 'warning' : 'neutral'}>
                {t(decision ?? 'open')}
              </Badge>,
            ],
          }))}
        />
      )}
      {answers.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t('answers')}</h2>
          <p>{t('answersAbout')}</p>
          <ul>
            {answers.map(({ id, kind, appealedAt }) => (
              <li key={id}>
                <a href={signalPaths.answer(place.code, id)}>{k(kind)}</a>
                {appealedAt && <span class="t-muted"> · {moment(appealedAt, place.zone, language)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {counts.length > 0 && (
        <section aria-labelledby="false-alarms">
          <h2 id="false-alarms">{t('falseAlarms')}</h2>
          <SummaryList
            language={language}
            rows={counts.map(({ kind, ...count }) => ({ key: k(kind), value: t('counted', count) }))}
          />
        </section>
      )}
      {place.office === null && <ProofSwitch {...props} />}
      <p class="t-muted mt-4">{t('kept')}</p>
    </ReviewPage>
  );
}

function ProofSwitch({ context, place, demand }: SignalsProps) {
  const { language, csrf } = context;
  const t = reviewTexts.for(language);
  const on = demand && t('proofOn', { time: clockTime(demand.untilAt, place.zone), cause: demand.cause });
  return (
    <Card title={t('proofTitle')} level={2}>
      <p>
        <strong>{on ?? t('proofOff')}</strong>
      </p>
      <p>{t('proofAbout')}</p>
      <ActionForm action={signalPaths.proof} csrf={csrf} language={language} hidden={{ wanted: demand ? 'off' : 'on' }}>
        <Button kind="secondary">{t(demand ? 'proofStop' : 'proofStart')}</Button>
      </ActionForm>
    </Card>
  );
}

export function moment(instant: Temporal.Instant, zone: string, language: Language): string {
  return `${longDate(dayIn(instant, zone), language)}, ${clockTime(instant, zone)}`;
}
