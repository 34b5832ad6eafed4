import { lastDayToSend, type QueuedBooking } from '#features/booking/index.ts';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { Table } from '#ui/table.tsx';
import { bookingPath, deskPath } from '../../at-office.ts';
import { queueTexts } from './queue.text.ts';
import type { QueueProps } from './queue.view.tsx';

/** One line a request, those that nobody has with a box to choose several. */
export function QueueTable(props: QueueProps) {
  const { context, at, rows, look } = props;
  const { language, csrf } = context;
  const t = queueTexts.for(language);
  const mayTake = at.may('take-in-charge') && rows.some(({ inCharge }) => !inCharge);
  const table = (
    <Table
      dense
      caption={t('title')}
      columns={[
        { label: t('who') },
        { label: t('when') },
        { label: t('stands') },
        { label: t('charge') },
        { label: t('actions'), quiet: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Who {...props} row={row} isChoice={mayTake} />,
          `${shortDate(dayIn(row.startsAt, at.office.timeZone), language)}, ${clockTime(row.startsAt, at.office.timeZone)}`,
          <Standing row={row} language={language} zone={at.office.timeZone} now={props.now} />,
          row.inCharge
            ? row.chargedBy === at.viewer.accountId
              ? t('me')
              : t('someone', { name: row.chargeOperator ?? '—' })
            : t('nobody'),
          at.may('take-in-charge') && (
            <ButtonLink
              href={`${bookingPath(at.office, row.code)}/examine`}
              kind="secondary"
              small
              label={t('examineOf', { name: row.name })}
            >
              {t('examine')}
            </ButtonLink>
          ),
        ],
      }))}
    />
  );
  if (!mayTake) return <div class="mt-4">{table}</div>;
  const hidden = { state: look.state, order: look.order, service: look.service ?? '' };
  return (
    <Form id="take" form={freshForm(language)} csrf={csrf} action={deskPath(at.office, 'queue/take')}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="mt-4">{table}</div>
      <div class="mt-3">
        <Button kind="secondary" busy={t('taking')}>
          {t('take')}
        </Button>
      </div>
    </Form>
  );
}

function Who({ context, at, row, isChoice }: QueueProps & { row: QueuedBooking; isChoice: boolean }) {
  const t = queueTexts.for(context.language);
  const name = row.party > 1 ? t('more', { name: row.name, count: row.party - 1 }) : row.name;
  return (
    <span class="d-flex gap-2 align-items-start">
      {isChoice && !row.inCharge && (
        <input type="checkbox" name="code" value={row.code} aria-label={t('select', { name: row.name })} class="mt-1" />
      )}
      <span>
        <a href={bookingPath(at.office, row.code)} translate={false}>
          {name}
        </a>
        <br />
        <span class="t-muted fw-normal">{localText(row.serviceName, context.language)}</span>
      </span>
    </span>
  );
}

function Standing(props: { row: QueuedBooking; language: Language; zone: string; now: Temporal.Instant }) {
  const { row, language, zone, now } = props;
  const t = queueTexts.for(language);
  const { preCheck, dueAt, since, status } = row;
  const day = (date: Temporal.PlainDate): string => shortDate(date, language);
  const newFile = row.newFileAt && (
    <Badge tone="info" icon="file">
      {t('newFile', { day: day(dayIn(row.newFileAt, zone)) })}
    </Badge>
  );
  const clearance = status === 'awaiting-clearance' && <BookingBadge language={language} status={status} />;
  if (dueAt && (preCheck === 'to-send' || preCheck === 'to-regularise')) {
    const last = day(lastDayToSend(dueAt, zone));
    const late = Temporal.Instant.compare(dueAt, now) <= 0;
    const words = late ? 'toSendLate' : preCheck === 'to-send' ? 'toSend' : 'toRegularise';
    return (
      <>
        <Badge tone={late ? 'danger' : 'neutral'} icon="clock">
          {t(words, { last })}
        </Badge>{' '}
        {newFile} {clearance}
      </>
    );
  }
  return (
    <>
      <Badge tone="warning" icon="file">
        {preCheck === 'to-examine' && since ? t('toExamine', { since: day(dayIn(since, zone)) }) : t('toConfirm')}
      </Badge>{' '}
      {newFile} {clearance}
    </>
  );
}
