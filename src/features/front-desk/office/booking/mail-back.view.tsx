import type { ComponentChildren } from 'preact';
import type { Booking } from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { canAskAgain, isLost } from '../../mail-back.rules.ts';
import { mailBackTexts } from './mail-back.text.ts';

interface Props {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  now: Temporal.Instant;
}

/** In lists: the people of a booking are not reached by e-mail. */
export function MailBadge({ booking, language }: { booking: Booking; language: Language }) {
  const isUndelivered = booking.confirmUndeliveredAt !== null && booking.status === 'booked';
  if (!isUndelivered && (!booking.live || booking.emailFailure === null)) return null;
  return (
    <Badge tone="danger" icon="mail">
      {mailBackTexts.for(language)('badge')}
    </Badge>
  );
}

/** On a booking's page: what did not arrive, whom to call, and what can be done. */
export function MailBack(props: Props) {
  const { booking, context } = props;
  const t = mailBackTexts.for(context.language);
  const { confirmUndeliveredWhy: why, emailFailure, writtenTo } = booking;
  if (why !== null && isLost(booking)) {
    return (
      <MailAlert {...props} title={t('lost')} words={`${t(why)} ${t('lostWhat')}`}>
        <Post {...props} action="restore" kind="primary" label={t('restore')} />
        <Post {...props} action="told" kind="secondary" label={t('told')} />
      </MailAlert>
    );
  }
  if (!booking.live) return null;
  const isUndelivered = why !== null && booking.status === 'booked';
  if (!isUndelivered && (emailFailure === null || writtenTo === null)) return null;
  const title = isUndelivered ? t('undelivered') : t('failing', { address: writtenTo ?? '' });
  const words = isUndelivered ? `${t(why)} ${t('keeps')}` : t(emailFailure ?? 'other');
  return (
    <MailAlert {...props} title={title} words={words}>
      <ButtonLink href={`${bookingPath(props.at.office, booking.code)}/contact`} kind="primary" small>
        {t('correct')}
      </ButtonLink>
      {isUndelivered && canAskAgain(booking, props.now) && (
        <Post {...props} action="ask-again" kind="secondary" label={t('askAgain')} />
      )}
    </MailAlert>
  );
}

function MailAlert(props: Props & { title: string; words: string; children: ComponentChildren }) {
  const { context, at, booking, title, words, children } = props;
  const t = mailBackTexts.for(context.language);
  const phone = booking.contactPhone;
  return (
    <Alert language={context.language} tone="danger" title={title}>
      <p>{words}</p>
      <p>{phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{t('call', { phone })}</a> : t('noPhone')}</p>
      {at.may('confirm') && <Actions>{children}</Actions>}
    </Alert>
  );
}

function Post(props: Props & { action: string; kind: 'primary' | 'secondary'; label: string }) {
  const { context, at, booking, action, kind, label } = props;
  const path = `${bookingPath(at.office, booking.code)}/${action}`;
  return (
    <ActionForm action={path} csrf={context.csrf} language={context.language}>
      <Button kind={kind} small>
        {label}
      </Button>
    </ActionForm>
  );
}
