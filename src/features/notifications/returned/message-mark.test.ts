import { describe, expect, it } from 'vitest';
import { createSecrets } from '#platform/secrets.ts';
import { messageMark, readMark, readReturnAddress, returnAddress } from './message-mark.ts';

const secrets = createSecrets('a secret of this test, which is long enough');
const bounces = 'Ritorni@Posta.Turno.example';

describe('the address to which an e-mail comes back', () => {
  it('tells its message, in small letters or capitals', () => {
    const address = returnAddress(secrets, bounces, '123');
    expect(address).toMatch(/^Ritorni\+123\.[0-9a-z]+@Posta\.Turno\.example$/);
    expect(address.split('@')[0]?.length).toBeLessThan(64);
    for (const same of [address, address.toLowerCase(), address.toUpperCase(), ` ${address} `])
      expect(readReturnAddress(secrets, bounces, same)).toBe('123');
  });

  it('cannot be made up for another message', () => {
    const mark = messageMark(secrets, '123');
    const proof = mark.slice(mark.indexOf('.'));
    const other = messageMark(createSecrets('another secret, which is long enough as well'), '123');
    for (const forged of [
      `124${proof}`,
      `0123${proof}`,
      `123${proof}0`,
      `123${proof.slice(0, -1)}`,
      '123',
      '123.',
      '',
      other,
    ])
      expect(readMark(secrets, forged)).toBeUndefined();
    for (const address of ['ritorni@posta.turno.example', `x${returnAddress(secrets, bounces, '1')}`, '+@', 'à@b'])
      expect(readReturnAddress(secrets, bounces, address)).toBeUndefined();
    expect(readReturnAddress(secrets, bounces, `ritorni+${mark}@altrove.example`)).toBeUndefined();
  });
});
