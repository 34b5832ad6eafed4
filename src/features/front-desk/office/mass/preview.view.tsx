import { askedTwiceAbove, type MassWords, type SelectedBooking, type SelectionCount } from '#features/booking/index.ts';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { localText, type WrittenLanguage, writtenLanguages } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Figures } from '#ui/figures.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { type MassPage, massPaths } from './mass-paths.ts';
import { massTexts } from './mass.text.ts';
import { wordFields } from './words.form.ts';

interface PreviewProps {
  context: PageContext;
  at: AtOffice;
  kind: MassPage;
  words: MassWords;
  /** a language nothing was written in */
  missing: WrittenLanguage | undefined;
  count: SelectionCount;
  languages: Readonly<Record<WrittenLanguage, number>>;
  /** whom no e-mail reaches, the first of them */
  unreachable: readonly SelectedBooking[];
  sample: SelectedBooking | undefined;
  fields: readonly (readonly [string, string])[];
  values: FormValues;
  errors: readonly FieldError[];
}

/** What each will read, how many there are, whom to call, and the button; nothing is done before it. */
export function PreviewView(props: PreviewProps) {
  const { context, at, kind, count, fields, values, errors, languages, missing } = props;
  const { language } = context;
  const t = massTexts.for(language);
  const title = t(kind === 'cancel' ? 'cancelTitle' : 'messageTitle', { count: count.count });
  const form = { language, values, errors };
  const isMany = kind === 'cancel' && count.count > askedTwiceAbove;
  const hidden = [
    ...fields,
    ...wordFields[kind].map((name): [string, string] => [name, formValue(values, name)]),
    ['seen', count.fingerprint] as const,
  ];
  return (
    <OfficeLayout
      width="text"
      context={context}
      at={at}
      title={t('previewOf', { title })}
      formId="confirm"
      invalid={errors.length > 0}
    >
      <PageHeading title={title} kicker={t('preview')} lead={t('nothingYet')} />
      {kind === 'cancel' && <Alert language={language} tone="warning" title={t('noUndo')} />}
      <Figures
        figures={[
          { label: t('appointments'), value: count.count },
          { label: t('people'), value: count.people },
          { label: t('withoutEmail'), value: count.withoutEmail },
        ]}
      />
      {missing && languages[missing] > 0 && (
        <Alert
          language={language}
          tone="info"
          title={t(missing === 'en' ? 'missingEnglish' : 'missingItalian', { count: languages[missing] })}
        />
      )}
      {writtenLanguages
        .filter((one) => languages[one] > 0)
        .map((one) => (
          <Sample key={one} {...props} reads={one} />
        ))}
      <Unreachable {...props} />
      <Form id="confirm" form={form} csrf={context.csrf} action={massPaths.page(at.office, kind)}>
        {hidden.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {isMany && (
          <TextField
            form={form}
            name="sure"
            label={t('sure', { count: count.count })}
            hint={t('sureHint')}
            inputmode="numeric"
            autocomplete="off"
            size="short"
            maxlength={6}
          />
        )}
        <Actions>
          <Button kind={kind === 'cancel' ? 'danger' : 'primary'} name="step" value="confirm" busy={t('busy')}>
            {t(kind === 'cancel' ? 'confirmCancel' : 'confirmMessage', { count: count.count })}
          </Button>
          <Button kind="secondary" name="step" value="back">
            {t('change')}
          </Button>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}

/** As it arrives: in the language of whoever reads it, with an appointment of those chosen. */
function Sample({ context, at, kind, words, sample, languages, reads }: PreviewProps & { reads: WrittenLanguage }) {
  const { language } = context;
  const t = massTexts.for(language);
  const theirs = massTexts.for(reads);
  const { timeZone } = at.office;
  const about = sample && {
    service: localText(sample.service, reads),
    day: shortDate(dayIn(sample.startsAt, timeZone), reads),
    time: clockTime(sample.startsAt, timeZone),
  };
  const subject = kind === 'message' ? words.subject[reads] : about && theirs('cancelledSubject', about);
  const intro =
    kind === 'message'
      ? theirs('letterIntro', { office: localText(at.office.name, reads) })
      : theirs('letterCancelled');
  const lines = words.text[reads].split('\n').filter((line) => line.trim() !== '');
  return (
    <section aria-label={t(reads === 'it' ? 'readsItalian' : 'readsEnglish', { count: languages[reads] })}>
      <h2 class="h4">{t(reads === 'it' ? 'readsItalian' : 'readsEnglish', { count: languages[reads] })}</h2>
      <div lang={reads} class="mb-4">
        <Card title={subject} level={3} icon="mail">
          <p>{intro}</p>
          {lines.map((line, index) => (
            <p key={index}>{kind === 'cancel' && index === 0 ? theirs('letterReason', { reason: line }) : line}</p>
          ))}
          <p class="t-muted">{theirs(kind === 'cancel' ? 'letterWayOn' : 'letterFacts')}</p>
        </Card>
      </div>
    </section>
  );
}

function Unreachable({ context, at, kind, count, unreachable }: PreviewProps) {
  const { language } = context;
  const t = massTexts.for(language);
  if (unreachable.length === 0) return null;
  const { timeZone } = at.office;
  return (
    <>
      <h2 class="h4">{t('callTitle', { count: count.withoutEmail })}</h2>
      <p>{t(kind === 'cancel' ? 'callCancel' : 'callMessage')}</p>
      <Table
        dense
        caption={t('callTitle', { count: count.withoutEmail })}
        columns={[{ label: t('booking') }, { label: t('when') }, { label: t('phone') }]}
        rows={unreachable.map((booking) => ({
          key: booking.id,
          cells: [
            <a href={bookingPath(at.office, booking.code)} translate={false}>
              {[booking.familyName, booking.givenName].filter(Boolean).join(' ') || booking.code}
            </a>,
            `${shortDate(dayIn(booking.startsAt, timeZone), language)}, ${clockTime(booking.startsAt, timeZone)}`,
            booking.phone ?? t('noContact'),
          ],
        }))}
      />
      {count.withoutEmail > unreachable.length && (
        <p>{t('callMore', { count: count.withoutEmail - unreachable.length })}</p>
      )}
    </>
  );
}
