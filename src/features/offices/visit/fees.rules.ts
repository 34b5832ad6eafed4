import type { LocalText } from '#platform/language.ts';

/** What an office asks for a document, in whole cents: the state's part, and its own rights. */
export interface Fees {
  readonly stateCents: number;
  readonly rightsCents: number;
  /** rights for a duplicate; null: as for the others */
  readonly duplicateCents: number | null;
  /** where and how to pay, in the office's words */
  readonly payment: LocalText | null;
}

/** What stands in for a document that is still valid is a duplicate, and dearer. */
export const duplicateReasons: readonly string[] = ['theft', 'loss', 'damage'];

export interface Price {
  readonly stateCents: number;
  readonly rightsCents: number;
  /** of one person */
  readonly eachCents: number;
  readonly totalCents: number;
}

/** What so many people pay, for a duplicate or not. */
export function priceOf(fees: Fees, { duplicate, people }: { duplicate: boolean; people: number }): Price {
  const rightsCents = duplicate ? (fees.duplicateCents ?? fees.rightsCents) : fees.rightsCents;
  const eachCents = fees.stateCents + rightsCents;
  return { stateCents: fees.stateCents, rightsCents, eachCents, totalCents: eachCents * people };
}

/** Which prices hold for a reason: of one that nobody has given both do, where they differ. */
export function pricesFor(
  fees: Fees,
  { reason, people }: { reason: string | null; people: number },
): readonly { readonly duplicate: boolean; readonly price: Price }[] {
  const at = (duplicate: boolean) => ({ duplicate, price: priceOf(fees, { duplicate, people }) });
  const differ = fees.duplicateCents !== null && fees.duplicateCents !== fees.rightsCents;
  if (!differ) return [at(false)];
  if (reason === null) return [at(false), at(true)];
  return [at(duplicateReasons.includes(reason))];
}
