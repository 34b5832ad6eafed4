import type { ComponentChildren } from 'preact';
import type { ListedBooking, ListedOffer, ListedRequest, UndeliveredConfirmation } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear, shortDate, withArticle } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { mailBackTexts } from '../booking/mail-back.text.ts';
import { toDoTexts } from './to-do.text.ts';

interface RowProps {
  context: PageContext;
  at: AtOffice;
}

/** A row of the table of its kind, with the buttons for what is likely to be done. */
export interface ToDoRow {
  readonly key: string;
  readonly cells: readonly ComponentChildren[];
}

export function requestRow(props: RowProps, row: ListedRequest): ToDoRow {
  const { context, at } = props;
  const { language } = context;
  const t = toDoTexts.for(language);
  const zone = at.office.timeZone;
  const written = dayIn(row.createdAt, zone);
  return {
    key: row.id,
    cells: [
      who(props, row),
      when(props, row.startsAt),
      <div>
        <strong>{row.kind === 'cancel' ? t('asksCancel') : t('asksChange')}</strong>
        <br />
        {row.text.length > 160 ? `${row.text.slice(0, 160)}…` : row.text}
        <br />
        <span class="t-muted">
          {t('since', { date: withArticle('il', written, language), time: clockTime(row.createdAt, zone) })}
        </span>
      </div>,
      at.may('cancel') && (
        <ButtonLink
          href={`${bookingPath(at.office, row.code)}/requests/${row.id}`}
          small
          label={`${t('answer')}: ${row.name}`}
        >
          {t('answer')}
        </ButtonLink>
      ),
    ],
  };
}

export function settleRow(props: RowProps, row: ListedOffer): ToDoRow {
  const { context, at } = props;
  const { language, csrf } = context;
  const t = toDoTexts.for(language);
  return {
    key: row.id,
    cells: [
      who(props, row),
      when(props, row.startsAt),
      <Badge tone={row.state === 'declined' ? 'neutral' : 'warning'}>
        {row.state === 'offered' ? t('expired') : t(row.state)}
      </Badge>,
      phoneOf(row.phone),
      at.may('cancel') && (
        <div class="d-flex flex-wrap gap-2">
          <ButtonLink href={`${bookingPath(at.office, row.code)}/move`} small label={t('moveOf', { name: row.name })}>
            {t('move')}
          </ButtonLink>
          <ActionForm
            action={`${bookingPath(at.office, row.code)}/keep`}
            csrf={csrf}
            language={language}
            hidden={{ back: 'to-do' }}
          >
            <Button kind="secondary" small label={t('keepOf', { name: row.name })}>
              {t('keep')}
            </Button>
          </ActionForm>
        </div>
      ),
    ],
  };
}

export function undeliveredRow(props: RowProps, row: UndeliveredConfirmation): ToDoRow {
  const { context, at } = props;
  const t = toDoTexts.for(context.language);
  return {
    key: row.id,
    cells: [
      who(props, row),
      when(props, row.startsAt),
      mailBackTexts.for(context.language)(row.lost ? 'lost' : row.why),
      phoneOf(row.phone),
      row.lost ? (
        <ButtonLink href={bookingPath(at.office, row.code)} kind="secondary" small>
          {row.code}
        </ButtonLink>
      ) : (
        <ConfirmButton {...props} row={row} label={t('confirmOf', { name: row.name })} />
      ),
    ],
  };
}

export function awaitingRow(props: RowProps, row: ListedBooking): ToDoRow {
  const t = toDoTexts.for(props.context.language);
  return {
    key: row.code,
    cells: [
      who(props, row),
      when(props, row.startsAt),
      <ConfirmButton {...props} row={row} label={t('confirmOf', { name: row.name })} />,
    ],
  };
}

function ConfirmButton({ context, at, row, label }: RowProps & { row: { code: string }; label: string }) {
  if (!at.may('confirm')) return null;
  const { language, csrf } = context;
  return (
    <ActionForm
      action={`${bookingPath(at.office, row.code)}/confirm`}
      csrf={csrf}
      language={language}
      hidden={{ back: 'to-do' }}
    >
      <Button small label={label}>
        {toDoTexts.for(language)('confirm')}
      </Button>
    </ActionForm>
  );
}

export function offeredRow(props: RowProps, row: ListedOffer): ToDoRow {
  return {
    key: row.id,
    cells: [
      who(props, row),
      when(props, row.startsAt),
      row.offeredStartsAt && when(props, row.offeredStartsAt),
      row.expiresAt && when(props, row.expiresAt),
    ],
  };
}

/** Whose booking, with the way to it. */
export function who(
  { context, at }: RowProps,
  row: { code: string; name: string; party: number; serviceName: ListedBooking['serviceName'] },
) {
  const t = toDoTexts.for(context.language);
  return (
    <>
      <a href={bookingPath(at.office, row.code)}>
        {row.party > 1 ? t('more', { name: row.name, count: row.party - 1 }) : row.name}
      </a>
      <br />
      <span class="t-muted">{localText(row.serviceName, context.language)}</span>
    </>
  );
}

/** The appointment, on the office's clock. */
export function when({ context, at }: RowProps, instant: Temporal.Instant): ComponentChildren {
  const zone = at.office.timeZone;
  const day = dayIn(instant, zone);
  return (
    <time datetime={instant.toString()} title={dayMonthYear(day, context.language)}>
      {shortDate(day, context.language)}, {clockTime(instant, zone)}
    </time>
  );
}

function phoneOf(phone: string | null): ComponentChildren {
  return phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : '—';
}
