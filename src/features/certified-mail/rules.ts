/** What a provider certifies about an e-mail, by the names of the technical rules (DM 2 November 2005, 6.3 to 6.5). */
export const receiptKinds = [
  'accettazione',
  'non-accettazione',
  'presa-in-carico',
  'avvenuta-consegna',
  'errore-consegna',
  'preavviso-errore-consegna',
  'rilevazione-virus',
] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** `dropped`: it had nothing to say any more when its turn came. */
export type MessageState = 'waiting' | 'sent' | 'accepted' | 'delivered' | 'failed' | 'dropped';

/** What changes as a receipt comes. `delayed` is a warning: the provider goes on trying for a day. */
export type ReceiptEffect = 'accepted' | 'delivered' | 'failed' | 'delayed' | 'none';

const effects: Readonly<Record<ReceiptKind, ReceiptEffect>> = {
  accettazione: 'accepted',
  'non-accettazione': 'failed',
  'presa-in-carico': 'none',
  'avvenuta-consegna': 'delivered',
  'errore-consegna': 'failed',
  'preavviso-errore-consegna': 'delayed',
  'rilevazione-virus': 'failed',
};

/**
 * What a receipt does to a message, in whatever order receipts are read: delivered is the last word, an acceptance never
 * takes back a failure, and a failure is taken back only by a delivery.
 */
export function effectOf(kind: ReceiptKind, state: MessageState): ReceiptEffect {
  const effect = effects[kind];
  if (state === 'delivered') return effect === 'accepted' ? 'none' : effect === 'delivered' ? 'delivered' : 'none';
  if (state === 'failed' && effect !== 'delivered') return 'none';
  return effect;
}

/** For how long one attempt has a message to itself; its receipts are read meanwhile, if it was taken after all. */
export const lease = Temporal.Duration.from({ minutes: 10 });

const pauses = [1, 5, 15, 30, 60, 120, 240, 480, 480];

/** How long to wait after the n-th attempt failed; undefined after about a day: an operator has to see to it. */
export function retryAfter(attempts: number): Temporal.Duration | undefined {
  const minutes = pauses[attempts - 1];
  return minutes === undefined ? undefined : Temporal.Duration.from({ minutes });
}

/** How long a mailbox is looked into after the last message that left from it. */
export const awaited = Temporal.Duration.from({ hours: 24 * 180 });

/** The largest e-mail that is read whole: ours are small, and a receipt holds ours once more. In bytes. */
export const largestEmail = 12 * 1024 * 1024;
/** The largest daticert.xml; those of real providers have two thousand bytes. */
export const largestData = 64 * 1024;
/** What is kept of an answer. */
export const answerLimits = { text: 20_000, files: 10, bytes: 10 * 1024 * 1024 } as const;
