import { formValue } from '#platform/http/form.ts';
import { type Language, localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Alert } from '#ui/alert.tsx';
import { Columns } from '#ui/columns.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { timesPath } from '#ui/frame/site-paths.ts';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import type { FieldError } from '#platform/http/problem.ts';
import { residenceField } from '../../clearance/residence.ts';
import { residenceTexts } from '../../clearance/residence.text.ts';
import { AskCodeButton, CodeFields, type CodeStep } from './code.view.tsx';
import { type Held, holdPath } from './held.ts';
import { BookingSteps, HeldBar, WhenHeld } from './held-bar.view.tsx';
import { PersonInSummary } from './person-in-summary.view.tsx';
import { LogInToBook } from './log-in-to-book.view.tsx';
import type { PeopleAnswers } from '../../form/people-form.ts';
import { reasonName } from '../../form/reasons.text.ts';
import { PapersToBring } from '../../visit/papers.view.tsx';
import type { Papers } from '../../visit/what-to-bring.ts';
import { summaryTexts } from './summary.text.ts';

export interface SummaryProps {
  context: PageContext;
  held: Held;
  answers: PeopleAnswers;
  papers: Papers;
  next: readonly string[];
  /** Why the last press of the button did not book. */
  problem?:
    | { kind: 'already-booked'; position: number | undefined }
    | { kind: 'stale' }
    | { kind: 'code'; errors: readonly FieldError[] }
    | undefined;
  /** What the page says of the code from the e-mail, where the office asks for one. */
  code: CodeStep | undefined;
}

/** Everything once more, and one button. */
export function SummaryView(props: SummaryProps) {
  const { context, held, answers, papers, next, problem, code } = props;
  const { language } = context;
  const t = summaryTexts.for(language);
  const form = { ...freshForm(language), errors: problem?.kind === 'code' ? problem.errors : [] };
  return (
    <Layout
      context={context}
      title={t('title')}
      invalid={props.problem !== undefined}
      bar={<HeldBar context={context} held={held} back="summary" />}
    >
      <BookingSteps context={context} at="summary" />
      <PageHeading title={t('title')} lead={t(context.user === null ? 'leadLogin' : code ? 'leadCode' : 'lead')} />
      <Problem {...props} />
      <Columns aside={<Afterwards language={language} next={next} papers={papers} />}>
        <SummaryList
          language={language}
          rows={[...placeRows(held, language), ...answerRows(held, answers, language)]}
        />
        {context.user === null ? (
          <LogInToBook language={language} held={held} />
        ) : (
          <Form id="book" form={form} csrf={context.csrf} action={holdPath(held.hold, 'book')}>
            {code && <CodeFields form={form} held={held} code={code} />}
            <Actions kept={code === undefined}>
              <Button busy={t('busy')}>{t('book')}</Button>
              {code && <AskCodeButton language={language} held={held} code={code} />}
            </Actions>
          </Form>
        )}
      </Columns>
    </Layout>
  );
}

function Afterwards({ language, next, papers }: Pick<SummaryProps, 'next' | 'papers'> & { language: Language }) {
  const t = summaryTexts.for(language);
  return (
    <>
      <h2>{t('next')}</h2>
      <ul>
        {next.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <PapersToBring language={language} papers={papers} />
    </>
  );
}

function Problem({ context, held, answers, problem }: SummaryProps) {
  const { language } = context;
  const t = summaryTexts.for(language);
  // What is wrong with the code is said at its field.
  if (!problem || problem.kind === 'code') return null;
  if (problem.kind === 'stale') return <Alert language={language} tone="warning" title={t('stale')} live />;
  const person = problem.position === undefined ? undefined : answers.people[problem.position];
  const title = person ? t('alreadyTitle', { name: `${person.givenName} ${person.familyName}` }) : t('alreadyUnknown');
  return (
    <Alert language={language} tone="danger" title={title} live>
      <p>{t('already')}</p>
      <Actions>
        <ButtonLink href={holdPath(held.hold)} small>
          {t('alreadyChange')}
        </ButtonLink>
        <ButtonLink href="/bookings" kind="secondary" small>
          {t('alreadyMine')}
        </ButtonLink>
      </Actions>
    </Alert>
  );
}

function placeRows(held: Held, language: Language): SummaryRow[] {
  const { hold, office, offering } = held;
  const t = summaryTexts.for(language);
  const times = timesPath({
    officeCode: office.code,
    serviceCode: offering.serviceCode,
    day: hold.day,
    party: hold.party,
  });
  const where = (
    <>
      {localText(office.name, language)}
      {office.address && (
        <>
          <br />
          <span translate={false}>{office.address}</span>
        </>
      )}
    </>
  );
  return [
    { key: t('when'), value: <WhenHeld held={held} language={language} />, change: times },
    { key: t('what'), value: localText(offering.serviceName, language) },
    { key: t('where'), value: where },
  ];
}

function answerRows(held: Held, answers: PeopleAnswers, language: Language): SummaryRow[] {
  const t = summaryTexts.for(language);
  const change = (field: string): string => `${holdPath(held.hold)}#${field}`;
  const people = answers.people.map((person, position) => ({
    key: answers.people.length > 1 ? t('person', { number: position + 1 }) : t('who'),
    value: <PersonInSummary person={person} language={language} />,
    change: change(`people-${position}-givenName`),
  }));
  const rows: SummaryRow[] = [...people];
  if (answers.contactEmail !== '')
    rows.push({
      key: t('email'),
      value: <span translate={false}>{answers.contactEmail}</span>,
      change: change('email'),
    });
  const residence = formValue(held.draft ?? {}, residenceField).trim();
  if (held.offering.clearance !== 'none' && residence !== '') {
    const key = residenceTexts.for(language)('short');
    rows.push({ key, value: <span translate={false}>{residence}</span>, change: change(residenceField) });
  }
  if (answers.contactPhone) rows.push({ key: t('phone'), value: answers.contactPhone, change: change('phone') });
  if (answers.reason)
    rows.push({ key: t('reason'), value: reasonName(answers.reason, language), change: change('reason') });
  if (answers.notes) rows.push({ key: t('notes'), value: answers.notes, change: change('notes') });
  return rows;
}
