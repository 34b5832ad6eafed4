import type { Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

export interface ListSettings {
  readonly open: boolean;
  readonly text: LocalText | null;
  readonly offerHours: number;
  readonly mostLapses: number;
  /** with less time to answer a seat is not offered */
  readonly leastHours: number;
}

/** What an office decides about the list of an offering. Who is on it stays when it closes. */
export async function saveList(tx: Tx, request: ListSettings & { offeringId: number }): Promise<void> {
  const { offeringId, open, text, offerHours, mostLapses, leastHours } = request;
  const settings = {
    open,
    text: text && JSON.stringify(text),
    offer_hours: offerHours,
    most_lapses: mostLapses,
    least_hours: leastHours,
  };
  await tx
    .insertInto('waiting_list')
    .values({ offering_id: offeringId, ...settings })
    .onConflict((on) => on.column('offering_id').doUpdateSet(settings))
    .execute();
}
