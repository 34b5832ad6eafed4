import { clockTime } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Columns } from '#ui/columns.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { HoldBar } from '#ui/frame/hold-bar.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { Booking } from '../../booking.query.ts';
import type { HeldSeat } from '../../hold/hold.query.ts';
import { heldBarTexts } from '../../hold/held-bar.text.ts';
import { When } from '../hold/held-bar.view.tsx';
import { moveTexts } from './move.text.ts';

export interface MoveConfirmProps {
  context: PageContext;
  booking: Booking;
  path: string;
  hold: HeldSeat;
  now: Temporal.Instant;
  /** What there is to do about the new appointment, in sentences. */
  next: readonly string[];
  stale?: boolean | undefined;
}

/** Old and new, one above the other, and one button. */
export function MoveConfirmView(props: MoveConfirmProps) {
  const { context, booking, path, hold, now, next, stale } = props;
  const { language, csrf } = context;
  const t = moveTexts.for(language);
  const { timeZone: zone } = booking;
  const city = booking.officeKind === 'municipal' ? undefined : localText(booking.officeCity, language);
  const time = clockTime(hold.expiresAt, zone);
  const until = city === undefined ? time : heldBarTexts.for(language)('timeIn', { time, city });
  const here = `${path}/move/${hold.id}`;
  return (
    <Layout
      context={context}
      title={t('confirmTitle')}
      bar={
        <HoldBar language={language} until={hold.expiresAt} now={now} time={until} zone={zone}>
          <ActionForm action={`${here}/leave`} csrf={csrf} language={language}>
            <Button kind="plain" small>
              {t('keep')}
            </Button>
          </ActionForm>
        </HoldBar>
      }
    >
      <PageHeading title={t('confirmTitle')} lead={t('confirmLead')} />
      {stale && <Alert language={language} tone="warning" live title={t('stale')} />}
      <Columns
        aside={
          <>
            <h2>{t('next')}</h2>
            <ul>
              {[...next, t('oldFree')].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        }
      >
        <SummaryList
          language={language}
          rows={[
            {
              key: t('to'),
              value: (
                <strong>
                  <When language={language} startsAt={hold.startsAt} zone={zone} city={city} />
                </strong>
              ),
            },
            {
              key: t('from'),
              value: <When language={language} startsAt={booking.startsAt} zone={zone} city={city} />,
            },
            { key: t('service'), value: localText(booking.serviceName, language) },
            { key: t('where'), value: localText(booking.officeName, language) },
            {
              key: t('who'),
              value: (
                <span translate={false}>
                  {booking.people.map((person) => `${person.givenName} ${person.familyName}`).join(', ')}
                </span>
              ),
            },
          ]}
        />
        <ActionForm action={here} csrf={csrf} language={language}>
          <Actions kept>
            <Button busy={t('confirming')}>{t('confirm')}</Button>
            <ButtonLink href={`${path}/move/times?date=${hold.day.toString()}`} kind="secondary">
              {t('another')}
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Columns>
    </Layout>
  );
}
