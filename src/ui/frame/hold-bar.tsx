import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { ButtonLink } from '../button.tsx';
import { Icon } from '../icon.tsx';
import { kitTexts } from '../kit.text.ts';
import type { PageContext } from './page-context.ts';

interface CountdownProps {
  language: Language;
  until: Temporal.Instant;
  /** The server's time when the page was made: minutes left are counted from it. */
  now: Temporal.Instant;
  /** The same moment on the office's wall clock: `14:32`, or `14:32 di Londra`. */
  time: string;
  /** The office's time zone: with scripts a reader in another one sees their own hour too. */
  zone: string;
}

/** "Posto trattenuto fino alle 14:32". With scripts also the minutes left, said aloud once, two minutes before the end. */
export function Countdown({ language, until, now, time, zone }: CountdownProps) {
  const t = kitTexts.for(language);
  return (
    <span
      class="t-countdown"
      data-until={until.toString()}
      data-now={now.toString()}
      data-left={t('minutesLeft')}
      data-last={t('lessThanMinute')}
      data-warning={t('twoMinutes', { time })}
      data-final={t('lastMinute', { time })}
      data-over={t('holdOver')}
    >
      <Icon name="clock" />
      <strong data-countdown-until>
        <time
          datetime={until.toString()}
          data-office={until.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })}
          data-elsewhere={t('elsewhere')}
        >
          {t('heldUntil', { time })}
        </time>
      </strong>{' '}
      <span class="t-countdown-left" aria-hidden="true" data-countdown-left />
      <span class="visually-hidden" role="status" data-countdown-status />
    </span>
  );
}

/** The slim bar of a held seat, for `Layout`'s `bar`: until when, and the one extension or the way back as children. */
export function HoldBar({ children, ...countdown }: CountdownProps & { children?: ComponentChildren }) {
  return (
    <aside class="t-bar" aria-label={kitTexts.for(countdown.language)('holdNotice')}>
      <div class="t-header-inner">
        <Countdown {...countdown} />
        {children && <div class="t-bar-actions">{children}</div>}
      </div>
    </aside>
  );
}

/** The same on all other pages, with the way back to the booking. */
export function HeldElsewhere({ context }: { context: PageContext }) {
  const { language, held } = context;
  if (held === undefined) return null;
  const { href, ...countdown } = held;
  return (
    <HoldBar language={language} {...countdown}>
      {href && (
        <ButtonLink href={href} kind="secondary" small>
          {kitTexts.for(language)('backToBooking')}
        </ButtonLink>
      )}
    </HoldBar>
  );
}
