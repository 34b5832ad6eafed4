import type { SelectedBooking, SelectionCount } from '#features/booking/index.ts';
import { type AskedRule, MoveRuleForm, moveRuleValues } from '#features/planner/index.ts';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { massPaths, withFields } from './mass-paths.ts';
import { massTexts } from './mass.text.ts';
import { massMoveTexts } from './move.text.ts';

interface MassMoveProps {
  context: PageContext;
  at: AtOffice;
  count: SelectionCount;
  /** the first of them */
  bookings: readonly SelectedBooking[];
  /** by code, the start of the seat each would be offered */
  seats: ReadonlyMap<string, Temporal.Instant | null> | 'too-many';
  askedRule: AskedRule;
  /** the selection */
  fields: readonly (readonly [string, string])[];
  refused: 'changed' | 'nobody' | undefined;
}

/** Who would be offered which seat by the office's rule; nothing is held before the button. */
export function MassMoveView(props: MassMoveProps) {
  const { context, at, count, seats, askedRule, fields, refused } = props;
  const { language, csrf } = context;
  const t = massTexts.for(language);
  const m = massMoveTexts.for(language);
  const title = m('title', { count: count.count });
  const action = massPaths.move(at.office);
  const ticked = fields.filter(([name]) => name !== 'code');
  const back = withFields(massPaths.select(at.office), ticked);
  return (
    <OfficeLayout
      width="text"
      context={context}
      at={at}
      title={title}
      invalid={askedRule.errors.length > 0}
      breadcrumb={[
        { label: t('listTitle'), href: massPaths.list(at.office) },
        { label: t('selectTitle'), href: back },
        { label: m('offerThem') },
      ]}
    >
      <PageHeading title={title} lead={m('lead')} />
      {refused && <Alert language={language} tone="warning" live title={t(refused)} />}
      <MoveRuleForm
        language={language}
        action={action}
        hidden={fields}
        asked={askedRule}
        seats={seats}
        noneHint={m('noneHint')}
      />
      {askedRule.errors.length > 0 ? (
        <Alert language={language} tone="warning" title={m('wrong')} />
      ) : (
        <ActionForm action={action} csrf={csrf} language={language} hidden={{ seen: count.fingerprint }}>
          {[...fields, ...moveRuleValues(askedRule.rule)].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Actions>
            <Button busy={t('busy')}>{m('confirm', { count: count.count })}</Button>
            <ButtonLink href={back} kind="secondary">
              {t('backToSelection')}
            </ButtonLink>
          </Actions>
        </ActionForm>
      )}
      <WhoWhere {...props} />
    </OfficeLayout>
  );
}

function WhoWhere({ context, at, count, bookings, seats }: MassMoveProps) {
  const { language } = context;
  const t = massTexts.for(language);
  const m = massMoveTexts.for(language);
  const { timeZone } = at.office;
  const when = (instant: Temporal.Instant): string =>
    `${shortDate(dayIn(instant, timeZone), language)}, ${clockTime(instant, timeZone)}`;
  const more = count.count - bookings.length;
  return (
    <>
      <h2 id="appointments">{m('list')}</h2>
      <Table
        dense
        caption={m('list')}
        columns={[{ label: t('booking') }, { label: t('when') }, { label: m('newSeat') }, { label: t('service') }]}
        rows={bookings.map((booking) => {
          const seat = seats === 'too-many' ? null : (seats.get(booking.code) ?? null);
          return {
            key: booking.id,
            cells: [
              <a href={bookingPath(at.office, booking.code)} translate={false}>
                {[booking.familyName, booking.givenName].filter(Boolean).join(' ') || booking.code}
              </a>,
              when(booking.startsAt),
              seat === null ? '–' : when(seat),
              localText(booking.service, language),
            ],
          };
        })}
      />
      {more > 0 && <p>{m('more', { count: more })}</p>}
    </>
  );
}
