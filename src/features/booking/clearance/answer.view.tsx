import { dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import { answerTexts } from './answer.text.ts';
import type { RegisteredPerson, RequestFacts } from './request-facts.query.ts';

/** What a municipality needs for its answer; people only while there is something to answer or to read. */
export function RequestSummary(props: { facts: RequestFacts; language: Language; withPeople: boolean }) {
  const { facts, language, withPeople } = props;
  const t = answerTexts.for(language);
  const contacts = [facts.officeEmail, facts.officePhone].filter((known) => known !== null).join(', ');
  const day = (date: Temporal.PlainDate | null) => date && dayMonthYear(date, language);
  const people: SummaryRow[] = facts.people.map((person, index) => ({
    key: facts.people.length > 1 ? t('person', { number: index + 1 }) : t('who'),
    value: <Person person={person} language={language} />,
  }));
  const known: [string, string | null][] = [
    [t('municipality'), facts.municipality],
    [t('from'), localText(facts.officeName, language)],
    [t('contacts'), contacts || null],
    [t('service'), localText(facts.serviceName, language)],
    [t('day'), capital(longDate(dayIn(facts.startsAt, facts.zone), language))],
    [t('askedOn'), day(facts.askedOn)],
    [t('remindedOn'), day(facts.remindedOn)],
    [t('dueOn'), facts.answeredOn ? null : day(facts.dueOn)],
    [t('answer'), answerOf(facts, language)],
    [t('answeredOn'), day(facts.answeredOn)],
    [t('answeredBy'), facts.answeredBy],
    [t('protocol'), facts.answerProtocol],
    [t('saidReason'), withPeople ? facts.reason : null],
  ];
  const rows = [
    ...(withPeople ? people : []),
    ...known.flatMap(([key, value]) => (value === null ? [] : [{ key, value }])),
    { key: t('code'), value: <span translate={false}>{facts.code}</span> },
  ];
  return <SummaryList language={language} rows={rows} />;
}

/** Grant or refuse, with the number and the reason; by a link also who answers. */
export function AnswerForm(props: {
  form: FormState;
  csrf: string;
  action: string;
  facts: RequestFacts;
  byLink?: boolean;
}) {
  const { form, csrf, action, facts, byLink = false } = props;
  const t = answerTexts.for(form.language);
  return (
    <Form id="clearance-answer" form={form} csrf={csrf} action={action}>
      <RadioField
        form={form}
        name="answer"
        label={t('answer')}
        options={[
          { value: 'grant', label: t('grant'), hint: t('grantHint') },
          { value: 'refuse', label: t('refuse'), hint: t('refuseHint') },
        ]}
      />
      {byLink && <TextField form={form} name="name" label={t('name')} autocomplete="name" maxlength={120} />}
      <TextField
        form={form}
        name="protocol"
        label={t('protocol')}
        hint={t('protocolHint')}
        size="medium"
        maxlength={60}
        optional
      />
      <TextareaField
        form={form}
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        maxlength={1000}
        rows={3}
        optional
      />
      <p class="t-muted">
        {t('once')} {facts.dueOn && t(facts.atDeadline === 'cancel' ? 'ends' : 'stays')}
      </p>
      <Button busy={t('sending')}>{t('send')}</Button>
    </Form>
  );
}

/** Why nothing is left to answer, in words. */
export function overWords({ state, cancelledBy }: RequestFacts, language: Language): string {
  const t = answerTexts.for(language);
  if (state === 'granted' || state === 'refused' || state === 'told') return t('already-answered');
  return t(cancelledBy === 'clearance-late' ? 'overLate' : 'over');
}

function answerOf({ state }: RequestFacts, language: Language): string | null {
  const t = answerTexts.for(language);
  return state === 'granted' || state === 'refused' || state === 'told' ? t(state) : null;
}

function Person({ person, language }: { person: RegisteredPerson; language: Language }) {
  const t = answerTexts.for(language);
  const { givenName, familyName, codiceFiscale, birthDate } = person;
  return (
    <>
      <strong translate={false}>
        {givenName} {familyName}
      </strong>
      {codiceFiscale && (
        <>
          <br />
          <span translate={false}>{t('codiceFiscale', { code: codiceFiscale })}</span>
        </>
      )}
      {birthDate && (
        <>
          <br />
          {t('born', { date: dayMonthYear(birthDate, language) })}
        </>
      )}
    </>
  );
}
