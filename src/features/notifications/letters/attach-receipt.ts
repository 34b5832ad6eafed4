import { receiptName, receiptPdf } from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import type { Letter } from '../letter.ts';
import type { BookingFacts } from './booking-facts.query.ts';

/** Letters that bring it. */
export const withReceipt: readonly string[] = ['booked', 'confirmed', 'moved', 'person-removed'];

/** The receipt to print, of some twenty kilobytes. What is kept encrypted stays out of e-mails. */
export async function attachReceipt(
  letter: Letter,
  facts: BookingFacts,
  setting: { language: Language; publicUrl: string; now: Temporal.Instant },
): Promise<Letter> {
  const content = await receiptPdf({ ...facts, reason: null, notes: null, isWrittenTo: true }, setting);
  const receipt = { filename: receiptName(facts.code), content, contentType: 'application/pdf' };
  return { ...letter, attachments: [...(letter.attachments ?? []), receipt] };
}
