import type { ReceiptSetting } from './receipt-content.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

/**
 * The receipt as a tagged PDF: one A4 page in black and white, whatever has to stand on it. What writes it is loaded with the
 * first receipt: it takes 35 MB, which a process that writes none can do without.
 */
export async function receiptPdf(facts: ReceiptFacts, setting: ReceiptSetting): Promise<Buffer> {
  const { drawReceipt } = await import('./draw-receipt.ts');
  return drawReceipt(facts, setting);
}
