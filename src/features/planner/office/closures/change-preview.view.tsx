import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import type { ChangeRefusal } from '../../calendar/change-faults.query.ts';
import type { HoursPreview } from '../../slots/hours-preview.query.ts';
import type { Planner } from '../../planner.query.ts';
import type { AskedChange } from './asked-change.ts';
import { HolidayDays } from './holiday-days.view.tsx';
import { changePreviewTexts } from './change-preview.text.ts';
import { closuresTexts } from './closures.text.ts';
import { ConfirmPreview } from '../preview/confirm-preview.view.tsx';
import { entryDays, entryTexts } from './entry-words.ts';
import { previewTexts } from '../preview/hours-preview.text.ts';
import type { ForeseenSeats } from '../preview/foreseen-seats.ts';
import { type AskedRule, moveRuleValues } from '../preview/move-rule.form.ts';
import { moveRuleTexts } from '../preview/move-rule.text.ts';
import { MoveRuleForm } from '../preview/move-rule.view.tsx';
import { PreviewLayout } from '../preview/hours-preview.view.tsx';
import { plannerPaths } from '../paths.ts';
import type { PlannerPageProps } from '../planner-page.ts';
import { UncoveredList } from '../preview/uncovered-list.view.tsx';

export interface ChangePreviewProps extends PlannerPageProps {
  readonly asked: AskedChange;
  /** the fields that ask for it */
  readonly fields: readonly (readonly [string, string])[];
  readonly planners: readonly Planner[];
  /** why it cannot be done */
  readonly fault: ChangeRefusal | undefined;
  readonly preview: HoursPreview;
  /** the rule by which other seats are offered, and the seats it leads to */
  readonly askedRule: AskedRule;
  readonly seats: ForeseenSeats | undefined;
  /** the situation is no longer the one that was confirmed */
  readonly changed: boolean;
  readonly q: string;
  readonly page: number;
  readonly month: string;
}

/** What a change of closures or extra openings would do, asked once before it is done. */
export function ChangePreviewView(props: ChangePreviewProps) {
  const { context, at, asked, fault, preview, changed, q, page, month, askedRule, seats } = props;
  const { language, csrf } = context;
  const t = changePreviewTexts.for(language);
  const { code } = at.office;
  const words = wordsOf(asked);
  const action = plannerPaths.changePreview(code);
  const address = (more: readonly [string, string][]) =>
    `${action}?${new URLSearchParams([...fields.map(([name, value]): [string, string] => [name, value]), ...more]).toString()}`;
  const offer = preview.bookings.length > 0 ? true : undefined;
  const isRuled = offer && seats !== undefined;
  const fields = isRuled ? [...props.fields, ...moveRuleValues(askedRule.rule)] : props.fields;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t(words.title)}
      breadcrumb={[
        { label: closuresTexts.for(language)('title'), href: plannerPaths.closures(code) },
        { label: t(words.title) },
      ]}
    >
      {changed && <Alert language={language} tone="warning" live title={previewTexts.for(language)('changed')} />}
      <PageHeading title={t(words.title)} lead={t('lead')} />
      <SummaryList language={language} rows={about(props)} />
      {fault ? (
        <>
          <Alert language={language} tone="warning" title={t(fault)} />
          <Actions>
            <ButtonLink href={backOf(props)} kind="secondary">
              {t(asked.kind === 'close' || asked.kind === 'open' ? 'change' : 'back')}
            </ButtonLink>
            {asked.kind === 'open' && (fault === 'other-minutes' || fault === 'other-starts') && (
              <ButtonLink href={plannerPaths.planner(code, asked.opening.plannerId)} kind="secondary">
                {t('moreDesks')}
              </ButtonLink>
            )}
          </Actions>
        </>
      ) : (
        <PreviewLayout
          language={language}
          preview={preview}
          today={at.today}
          month={month}
          monthHref={(one) => `${address([['month', one]])}#calendar`}
          confirm={
            <>
              {isRuled && (
                <MoveRuleForm
                  language={language}
                  action={action}
                  hidden={props.fields}
                  asked={askedRule}
                  seats={seats}
                />
              )}
              <ConfirmPreview
                language={language}
                csrf={csrf}
                action={action}
                fingerprint={preview.fingerprint}
                hidden={fields}
                offer={offer}
                wrong={askedRule.errors.length > 0 ? moveRuleTexts.for(language)('wrong') : undefined}
                confirm={t(words.confirm)}
                back={{
                  href: backOf(props),
                  label: t(asked.kind === 'close' || asked.kind === 'open' ? 'change' : 'back'),
                }}
              />
            </>
          }
        >
          <UncoveredList
            context={context}
            at={at}
            bookings={preview.bookings}
            q={q}
            page={page}
            action={action}
            hidden={fields}
            seats={seats}
          />
        </PreviewLayout>
      )}
    </OfficeLayout>
  );
}

function wordsOf(asked: AskedChange) {
  switch (asked.kind) {
    case 'close':
      return { title: 'close', confirm: 'confirmClose' } as const;
    case 'open':
      return { title: 'open', confirm: 'confirmOpen' } as const;
    case 'holidays':
      return { title: 'holidays', confirm: 'confirmHolidays' } as const;
    case 'remove':
      return asked.entry.kind === 'closure'
        ? ({ title: 'reopen', confirm: 'confirmReopen' } as const)
        : ({ title: 'withdraw', confirm: 'confirmWithdraw' } as const);
  }
}

/** Back to the form with everything in it, or to where the change was asked for. */
function backOf({ at, asked, fields }: ChangePreviewProps): string {
  const { code } = at.office;
  const query = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
  switch (asked.kind) {
    case 'close':
      return `${plannerPaths.newClosure(code)}?${query}`;
    case 'open':
      return `${plannerPaths.newExtraOpening(code)}?${query}`;
    case 'holidays':
      return plannerPaths.holidays(code);
    case 'remove':
      return plannerPaths.closures(code);
  }
}

function about({ context, asked, planners }: ChangePreviewProps): SummaryRow[] {
  const { language } = context;
  const t = changePreviewTexts.for(language);
  const words = entryTexts.for(language);
  if (asked.kind === 'holidays') {
    return [
      { key: t('what'), value: t('holidayCount', { count: asked.holidays.length }) },
      { key: t('when'), value: <HolidayDays holidays={asked.holidays} language={language} /> },
    ];
  }
  const entry = asked.kind === 'close' ? asked.closure : asked.kind === 'open' ? asked.opening : asked.entry;
  const planner = planners.find(({ id }) => id === entry.plannerId)?.name;
  const isOpening = asked.kind === 'open' || (asked.kind === 'remove' && asked.entry.kind === 'extra-opening');
  const { minutes, desks } = 'minutes' in entry ? entry : { minutes: null, desks: null };
  return [
    { key: t('what'), value: words(isOpening ? 'extra-opening' : 'closure') },
    { key: t('when'), value: entryDays(entry, language) },
    { key: t('who'), value: planner ?? words('wholeOffice') },
    ...(minutes !== null && desks !== null ? [{ key: t('slots'), value: words('slots', { minutes, desks }) }] : []),
    { key: t('reason'), value: localText(entry.reason, language) },
    ...(asked.kind === 'remove' && asked.entry.yearly ? [{ key: '', value: t('allYears') }] : []),
    ...(asked.kind === 'remove' && !isOpening ? [{ key: t('offers'), value: t('offersGo') }] : []),
    ...(asked.kind === 'open' ? [{ key: '', value: t('overClosed') }] : []),
  ];
}
