import { describe, expect, it } from 'vitest';
import { hashKeysOf, readHashKeys } from './key-ring.ts';
import { cipherPrefix, createSecrets } from './secrets.ts';

const old = 'the secret of before, which is long enough';
const made = 'the secret of afterwards, long enough too';
const before = createSecrets(old);
const after = createSecrets({ masters: [made, old], hashKeys: readHashKeys(hashKeysOf(old)) });
const alone = createSecrets({ masters: [made], hashKeys: readHashKeys(hashKeysOf(old)) });

describe('a new secret', () => {
  it('opens and verifies what the one before made, and finds people by the same hashes', () => {
    expect(after.decrypt(before.encrypt('Ada'))).toBe('Ada');
    expect(after.open(before.seal(Buffer.from('Ada'), 'photo:1'), 'photo:1').toString()).toBe('Ada');
    expect(after.verify('link', before.sign('link', 'x'))).toBe('x');
    expect(after.hash('session', 'token')).toEqual(before.hash('session', 'token'));
  });

  it('encrypts and signs by itself, with its name in front', () => {
    expect(after.encrypt('Ada').subarray(0, 5)).toEqual(cipherPrefix(made));
    expect(alone.decrypt(after.encrypt('Ada'))).toBe('Ada');
    expect(alone.verify('link', after.sign('link', 'x'))).toBe('x');
    expect(() => before.decrypt(after.encrypt('Ada'))).toThrow();
  });

  it('is all that counts once the one before is retired, but for hashes', () => {
    expect(() => alone.decrypt(before.encrypt('Ada'))).toThrow();
    expect(alone.verify('link', before.sign('link', 'x'))).toBeUndefined();
    expect(alone.hash('person', 'Ada')).toEqual(before.hash('person', 'Ada'));
    expect(createSecrets(made).hash('person', 'Ada')).not.toEqual(before.hash('person', 'Ada'));
  });

  it('reads values of before keys had names', () => {
    const named = before.encrypt('Ada');
    const unnamed = Buffer.concat([Buffer.from([1]), named.subarray(5)]);
    expect(after.decrypt(unnamed)).toBe('Ada');
    expect(() => alone.decrypt(unnamed)).toThrow();
  });

  it('takes no rubbish for keys of hashes', () => {
    expect(readHashKeys('rubbish')).toBeUndefined();
    expect(readHashKeys(Buffer.from('{"person":"short"}').toString('base64url'))).toBeUndefined();
  });
});
