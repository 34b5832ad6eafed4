import type QRCode from 'qrcode';
import { loadLater } from '#platform/load-later.ts';

const qrcode = loadLater<typeof QRCode>('qrcode');

/** The page of a booking: what its QR code says. No name, no date: the code alone opens nothing. */
export function bookingUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/bookings/${code}`;
}

/** Where a booking is found without an account. */
export function findBookingUrl(publicUrl: string): string {
  return `${publicUrl}/find-booking`;
}

/** An address as paper shows it: what one types into a browser. */
export function printedUrl(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

export async function qrSvg(publicUrl: string, code: string): Promise<string> {
  return qrcode().toString(bookingUrl(publicUrl, code), { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}

/** The QR code as an address that a picture can have. */
export async function qrPicture(publicUrl: string, code: string): Promise<string> {
  return `data:image/svg+xml;base64,${Buffer.from(await qrSvg(publicUrl, code)).toString('base64')}`;
}

/** The dark squares of the QR code, by row and column, and how many there are to a side. */
export function qrSquares(publicUrl: string, code: string): { side: number; dark: readonly [number, number][] } {
  const { modules } = qrcode().create(bookingUrl(publicUrl, code), { errorCorrectionLevel: 'M' });
  const dark: [number, number][] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) if (modules.get(row, column)) dark.push([row, column]);
  }
  return { side: modules.size, dark };
}
