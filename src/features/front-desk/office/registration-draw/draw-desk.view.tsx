import { type PublicResult, type RegistrationDraw, stageOf } from '#features/booking/index.ts';
import type { ReleaseBeside } from '#features/waiting-room/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, bookingPath, deskPath } from '../../at-office.ts';
import { deskDrawTexts } from './draws.text.ts';
import { Together } from './together.view.tsx';

type Named = ReadonlyMap<number, { readonly names: readonly string[]; readonly bookingCode: string | null }>;

interface DrawDeskProps {
  readonly context: PageContext;
  readonly at: AtOffice;
  readonly draw: RegistrationDraw;
  readonly progress: { assigned: number; notDrawn: number; refused: number; left: number };
  readonly results: readonly PublicResult[];
  /** empty for those who may not see bookings */
  readonly names: Named;
  readonly free: number;
  readonly next: number | undefined;
  readonly told: number | undefined;
  /** the number of the ticket just given */
  readonly entered: number | undefined;
  readonly isTooLate: boolean;
  /** releases of other offices that open in the same moment */
  readonly together: readonly ReleaseBeside[];
  readonly news: 'added' | 'alreadyJoined' | undefined;
  readonly form: FormState;
  readonly now: Temporal.Instant;
}

/** How far a registration draw is, who got which seat, and calling it off while nothing is drawn. */
export function DrawDeskView(props: DrawDeskProps) {
  const { context, at, draw, progress, free, told, isTooLate, news, form, now } = props;
  const { language, csrf } = context;
  const t = deskDrawTexts.for(language);
  const stage = stageOf(draw, now);
  const when = (instant: Temporal.Instant | null) => (instant ? momentWords(instant, draw.timeZone, language) : '');
  const here = deskPath(at.office, `releases/${draw.code}/registrations`);
  const times = {
    joins: when(draw.joinsAt),
    closes: when(draw.closesAt),
    at: when(draw.cancelledAt ?? draw.assignedAt),
  };
  const mayCancel = at.may('edit-planner') && draw.drawnAt === null && draw.cancelledAt === null;
  return (
    <OfficeLayout context={context} at={at} title={t('title')} refreshAfter={stage === 'assigning' ? '15' : undefined}>
      <PageHeading title={t('title')} lead={t('lead')} />
      {told !== undefined && <Alert language={language} tone="success" live title={t('done', { told })} />}
      {props.entered !== undefined && (
        <Alert language={language} tone="success" live title={t('entered', { number: props.entered })} />
      )}
      {news && <Alert language={language} tone={news === 'added' ? 'success' : 'warning'} live title={t(news)} />}
      {isTooLate && <Alert language={language} tone="warning" live title={t('alreadyDrawn')} />}
      <SummaryList
        language={language}
        rows={[
          { key: t('stage'), value: t(`stage.${stage}`, times) },
          { key: t('seats'), value: String(free) },
          { key: t('registered'), value: t('people', { people: draw.people, tickets: draw.tickets }) },
          ...(draw.begunAt ? [{ key: t('progress'), value: t('progressOf', progress) }] : []),
          { key: t('public'), value: <a href={`/releases/${draw.code}/register`}>{t('seePublic')}</a> },
        ]}
      />
      {draw.begunAt === null ? <p class="t-muted">{t('notYet')}</p> : <Results {...props} here={here} />}
      {stage === 'open' && at.may('book-for-citizen') && (
        <Actions>
          <ButtonLink href={`${here}/new`} icon="plus">
            {t('enter')}
          </ButtonLink>
        </Actions>
      )}
      <Together {...props} here={here} />
      {mayCancel && (
        <>
          <h2>{t('cancel')}</h2>
          <p>{t('cancelText', { when: when(draw.opensAt) })}</p>
          <Form id="cancel" form={form} csrf={csrf} action={`${here}/cancel`}>
            <TextareaField form={form} name="reason" label={t('reason')} maxlength={500} rows={3} />
            <Actions>
              <Button kind="danger">{t('submit')}</Button>
            </Actions>
          </Form>
        </>
      )}
    </OfficeLayout>
  );
}

function Results(props: DrawDeskProps & { here: string }) {
  const { context, at, results, names, next, here } = props;
  const { language } = context;
  const t = deskDrawTexts.for(language);
  const seesNames = at.may('see-booking');
  return (
    <>
      <Table
        caption={t('caption')}
        dense
        columns={[
          { label: t('place'), numeric: true },
          { label: seesNames ? t('names') : t('ticket') },
          { label: t('weight'), numeric: true },
          { label: t('outcome') },
        ]}
        rows={results.map((result) => ({
          key: String(result.number),
          cells: [
            String(result.place),
            seesNames ? (
              names.get(result.number)?.names.join(', ') || t('forgotten')
            ) : (
              <code class="t-code text-break">{result.pseudonym}</code>
            ),
            String(result.weight),
            <Outcome at={at} result={result} code={names.get(result.number)?.bookingCode} language={language} />,
          ],
        }))}
      />
      <Pagination language={language} next={next === undefined ? undefined : `${here}?after=${next}`} />
    </>
  );
}

function Outcome(props: { at: AtOffice; result: PublicResult; code: string | null | undefined; language: Language }) {
  const { at, result, code, language } = props;
  const t = deskDrawTexts.for(language);
  const { state, why, startsAt, timeZone, officeCode, officeName } = result;
  if (state === 'registered') return <>{t('waiting')}</>;
  if (!startsAt || !timeZone) return <>{t('none', { why: (why ?? '').replaceAll('-', '') })}</>;
  const when = momentWords(startsAt, timeZone, language);
  // Of another office that gave seats in the same draw only the name is this one's business.
  if (officeCode !== at.office.code) return <>{`${when}, ${officeName ? localText(officeName, language) : ''}`}</>;
  return code ? <a href={bookingPath(at.office, code)}>{when}</a> : <>{when}</>;
}

function momentWords(instant: Temporal.Instant, zone: string, language: Language): string {
  return deskDrawTexts.for(language)('when', {
    day: dayMonthYear(dayIn(instant, zone), language),
    time: clockTime(instant, zone),
  });
}
