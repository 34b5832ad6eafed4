import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { Icon } from './icon.tsx';
import { kitTexts } from './kit.text.ts';

interface CountdownProps {
  language: Language;
  until: Temporal.Instant;
  /** The server's time when the page was made: minutes left are counted from it. */
  now: Temporal.Instant;
  /** The same moment on the reader's or the office's wall clock: `14:32`. */
  time: string;
}

/** "Posto trattenuto fino alle 14:32". With scripts also the minutes left, said aloud once, two minutes before the end. */
export function Countdown({ language, until, now, time }: CountdownProps) {
  const t = kitTexts.for(language);
  return (
    <span
      class="t-countdown"
      data-until={until.toString()}
      data-now={now.toString()}
      data-left={t('minutesLeft')}
      data-last={t('lessThanMinute')}
      data-warning={t('twoMinutes', { time })}
      data-over={t('holdOver')}
    >
      <Icon name="clock" />
      <strong>{t('heldUntil', { time })}</strong>
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
