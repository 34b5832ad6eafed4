/** Letters and figures that cannot be taken for one another, in print or by telephone. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A booking's code from random bytes (at least 16): eight characters, about 6·10¹¹ of them. */
export function makeCode(random: Uint8Array): string {
  let code = '';
  for (const byte of random) {
    // 240 is the largest multiple of 30 in a byte: beyond it some letters would be likelier.
    if (byte < 240 && code.length < 8) code += codeAlphabet.charAt(byte % 30);
  }
  return code.padEnd(8, '2');
}

/** A code as typed by a person: case, blanks and hyphens do not matter. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
