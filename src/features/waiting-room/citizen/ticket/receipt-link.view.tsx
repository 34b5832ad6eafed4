import type { TicketPageProps } from './frame.view.tsx';
import { ticketTexts } from './ticket.text.ts';

/** The signed ticket, for whoever wants to check the draw against it. */
export function ReceiptLink({ context, room, words }: TicketPageProps) {
  const t = ticketTexts.for(context.language);
  return (
    <p>
      <a href={`/api/v1/releases/${room.code}/entries/${words.ticket}`} download={`${room.code}.json`}>
        {t('receipt')}
      </a>{' '}
      <span class="t-muted">{t('receiptWhy')}</span>
    </p>
  );
}
