import type { Device } from '../tables.ts';

const tablet = /\biPad\b|\bTablet\b|Android(?!.*\bMobile\b)/;
const phone = /\bMobile\b|\biPhone\b|\bPhone\b/;

/** What somebody joins with, as its own words in User-Agent say: kept as one word, for the report of a release. */
export function deviceOf(userAgent: string | undefined): Device {
  if (!userAgent?.startsWith('Mozilla/')) return 'program';
  if (tablet.test(userAgent)) return 'tablet';
  return phone.test(userAgent) ? 'phone' : 'computer';
}
