import type { Booking } from '#features/booking/index.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { type AtOffice, bookingPath, deskPath } from '../../at-office.ts';
import type { AccountAtDesk } from './account-at-desk.query.ts';
import { accountRows } from './account-rows.view.tsx';
import { identifyTexts } from './identify.text.ts';

/** The account a booking was made with: its office, and whether its holder has been identified. */
export function AccountOfBooking(props: {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  account: AccountAtDesk | undefined;
}) {
  const { context, at, booking, account } = props;
  const { language } = context;
  if (account === undefined) return null;
  const change = at.may('serve') ? `${bookingPath(at.office, booking.code)}/identify` : undefined;
  return (
    <section aria-labelledby="account">
      <h2 id="account">{identifyTexts.for(language)('account')}</h2>
      <SummaryList language={language} rows={accountRows(account, { office: at.office, language, change })} />
      {booking.accountId !== null && at.may('look-after-accounts') && (
        <p>
          <a href={deskPath(at.office, `accounts/${booking.accountId}`)}>
            {identifyTexts.for(language)('openAccount')}
          </a>
        </p>
      )}
    </section>
  );
}
