import { clockTime, dayIn, withArticle } from '#platform/dates.ts';
import type { Db } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { Block } from '#platform/pdf/blocks.ts';
import type { Booking } from '../booking.query.ts';
import { cancelRefusal } from '../cancel.rules.ts';
import { closingWords } from '../confirmation/closing-words.ts';
import { closesAtMidnight, confirmRefusal } from '../confirmation/confirmation.rules.ts';
import { bookingUrl, findBookingUrl, printedUrl } from './booking-address.ts';
import { receiptFacts, type ReceiptFacts } from './receipt-facts.ts';
import { receiptTexts } from './receipt.text.ts';
import { clearanceGiven, stillAwaited } from './still-awaited.ts';

interface Setting {
  readonly language: Language;
  readonly publicUrl: string;
  readonly now: Temporal.Instant;
}

/** What the person must or may still do, until when, and where: the sentences of a booking's receipt. */
export async function receiptRules(db: Db, booking: Booking, setting: Setting): Promise<string[]> {
  const facts = await receiptFacts(db, booking);
  return [...stillAwaited(facts, facts.office.timeZone, setting.language), ...rulesOf(facts, setting)];
}

/** The same as a part of a printed page. */
export function rulesInWords(facts: ReceiptFacts, setting: Setting): Block[] {
  const items = rulesOf(facts, setting);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: receiptTexts.for(setting.language)('rules') },
    { kind: 'list', mark: 'dot', items },
  ];
}

function rulesOf(facts: ReceiptFacts, setting: Setting): string[] {
  const { language, publicUrl, now } = setting;
  const t = receiptTexts.for(language);
  const mayCancel = cancelRefusal(facts, now) === undefined;
  const items = [
    ...clearanceGiven(facts.clearance, language),
    ...confirmation(facts, setting),
    ...cancellation(facts, setting),
  ];
  if (mayCancel || facts.status === 'booked') {
    items.push(
      facts.accountId === null
        ? t('withoutAccount', { url: printedUrl(findBookingUrl(publicUrl)) })
        : t('withAccount', { url: printedUrl(bookingUrl(publicUrl, facts.code)) }),
    );
  }
  if (mayCancel) items.push(t('pleaseCancel'));
  return items;
}

function confirmation(facts: ReceiptFacts, { language, now }: Setting): string[] {
  const t = receiptTexts.for(language);
  const { status, confirmOpensAt, confirmClosesAt } = facts;
  const zone = facts.office.timeZone;
  if (status === 'confirmed') return [t('confirmed')];
  if (status !== 'booked' || !confirmOpensAt || !confirmClosesAt) return [];
  const refusal = confirmRefusal(facts, now);
  if (refusal === 'too-late') return [t('confirmLate')];
  const last = (joint: 'il' | 'al') =>
    closingWords(confirmClosesAt, zone, language, (day) => withArticle(joint, day, language));
  if (refusal === undefined) return [t('confirmNow', { to: last('il') })];
  const from = withArticle('dal', dayIn(confirmOpensAt, zone), language);
  const whole = closesAtMidnight(confirmClosesAt, zone) ? 'yes' : 'no';
  const must = t('mustConfirm', { from, to: last('al'), whole });
  return [`${must} ${facts.isWrittenTo ? t('written') : t('notWritten')}`];
}

function cancellation(facts: ReceiptFacts, { language, now }: Setting): string[] {
  const t = receiptTexts.for(language);
  const zone = facts.office.timeZone;
  switch (cancelRefusal(facts, now)) {
    case undefined: {
      const date = withArticle('al', dayIn(facts.cancelClosesAt, zone), language);
      return [t('mayCancel', { date, time: clockTime(facts.cancelClosesAt, zone) })];
    }
    case 'taken-in-charge':
      return [t('inCharge')];
    case 'too-late':
      return Temporal.Instant.compare(now, facts.startsAt) < 0 ? [t('tooLate')] : [];
    case 'already-cancelled':
    case 'over':
      return [];
  }
}
