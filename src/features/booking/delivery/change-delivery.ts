import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type CompleteRefusal, lockCompletable } from '../completion/lock-completable.ts';
import { type Actor, recordEvent } from '../record-event.ts';
import { checkDelivery, type DeliveryFault, type SentDelivery } from './delivery.rules.ts';

/** Chooses how the document reaches its person and who may collect it, as often as they like until the office's hour. */
export async function changeDelivery(
  tx: Tx,
  secrets: Secrets,
  request: { bookingId: string; sent: SentDelivery; actor: Actor; today: Temporal.PlainDate; now: Temporal.Instant },
): Promise<Outcome<object, CompleteRefusal | 'faults'> & { faults?: readonly DeliveryFault[] }> {
  const { bookingId, actor, today, now } = request;
  const locked = await lockCompletable(tx, request);
  if (!locked.ok) return locked;
  const checked = checkDelivery(request.sent, { rules: locked.rules, today });
  if (!checked.ok) return { ok: false, reason: 'faults', faults: checked.faults };
  const { delivery } = checked;
  await tx
    .updateTable('booking')
    .set({ delivery_cipher: delivery && secrets.encrypt(JSON.stringify(delivery)) })
    .where('id', '=', bookingId)
    .execute();
  await recordEvent(tx, { bookingId, at: now, kind: 'delivery-changed', actor });
  return { ok: true };
}
