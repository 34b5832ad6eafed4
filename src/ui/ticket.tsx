import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { kitTexts } from './kit.text.ts';

/** The receipt: day and hour large, where, the code with its QR, and below what to bring. Prints on one A4 page. */
export function Ticket(props: {
  language: Language;
  /** "Martedì 12 gennaio 2027" */
  day: ComponentChildren;
  /** "09:20", or an `OfficeTime`. */
  time: ComponentChildren;
  /** The service, and where: office and address. */
  what: ComponentChildren;
  where: ComponentChildren;
  status?: ComponentChildren;
  code: string;
  /** A picture as a `data:` address with its description. */
  qr?: { src: string; alt: string } | undefined;
  /** What can be done with it, between its two halves and never on paper. */
  ways?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { language, day, time, what, where, status, code, qr, ways, children } = props;
  return (
    <article class="t-ticket">
      <div class="t-ticket-head">
        <div class="t-ticket-when">
          {status && <p class="t-ticket-status">{status}</p>}
          <p class="t-ticket-day">{day}</p>
          <p class="t-ticket-time">{time}</p>
          <p class="t-ticket-what">{what}</p>
          <div class="t-ticket-where">{where}</div>
        </div>
        <div class="t-ticket-code">
          {qr && <img src={qr.src} alt={qr.alt} width="160" height="160" />}
          <p>{kitTexts.for(language)('code')}</p>
          <p class="t-code" translate={false}>
            {code}
          </p>
        </div>
      </div>
      {ways && <div class="t-ticket-ways t-no-print">{ways}</div>}
      {children && <div class="t-ticket-body">{children}</div>}
    </article>
  );
}

/** Documents to bring, with boxes to tick on paper. */
export function Checklist({ items }: { items: readonly ComponentChildren[] }) {
  return (
    <ul class="t-checklist">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
