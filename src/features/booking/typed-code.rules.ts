/** Signs that no code has, and those that one may have taken for them. */
const slips: Readonly<Record<string, string>> = { '0': 'QD', O: 'QD', '1': 'TJ7', I: 'TJ7', L: 'TJ7', U: 'V' };

export const codeLength = 8;
const mostSlips = 3;

/**
 * The codes that a text typed at the desk may mean: with blanks, hyphens and small letters, with signs that look like
 * others, or within the address that a scanner reads from a QR code, whatever its keyboard makes of slashes.
 */
export function codesIn(text: string): string[] {
  const address = /bookings\W{1,3}([0-9a-z]{8})(?![0-9a-z])/i.exec(text)?.[1];
  const compact = (address ?? text).toUpperCase().replace(/[\s\-–—_.]/g, '');
  if (compact.length !== codeLength || !/^[0-9A-Z]+$/.test(compact)) return [];
  const letters = [...compact];
  if (letters.filter((letter) => slips[letter]).length > mostSlips) return [];
  return letters.reduce<string[]>(
    (codes, letter) => codes.flatMap((code) => [...(slips[letter] ?? letter)].map((meant) => code + meant)),
    [''],
  );
}
