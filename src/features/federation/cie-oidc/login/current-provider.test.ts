import { describe, expect, it } from 'vitest';
import { testClock } from '#platform/clock.ts';
import { useCieSite } from '#test/cie-provider/cie-site.ts';
import { FederationFault } from '../trust/federation-fault.ts';
import { createCurrentProvider } from './current-provider.ts';

const cie = await useCieSite();

describe('the provider that people are sent to', () => {
  it('is asked about every hour, kept while the federation is away, and no longer than its statements are good for', async () => {
    const clock = testClock(cie.deps.clock.now().toString());
    const current = createCurrentProvider({ ...cie.deps, clock });
    const asked = async (): Promise<number> => {
      const before = cie.anchor.asked();
      expect((await current.parties()).provider.metadata.issuer).toBe(cie.provider.issuer);
      return cie.anchor.asked() - before;
    };
    expect(await asked()).toBe(2);
    clock.advance({ minutes: 59 });
    expect(await asked()).toBe(0);
    clock.advance({ minutes: 2 });
    expect(await asked()).toBe(2);
    current.doubt();
    expect(await asked()).toBe(0);
    clock.advance({ minutes: 6 });
    current.doubt();
    expect(await asked()).toBe(2);

    cie.anchor.remove(cie.provider.issuer);
    clock.advance({ minutes: 61 });
    expect(await asked()).toBe(2);
    // Just refused: not asked again at once.
    expect(await asked()).toBe(0);
    clock.advance({ hours: 2 });
    await expect(current.parties()).rejects.toThrow(FederationFault);
  });

  it('is nobody where the federation has let it go: the page says so and offers other ways', async () => {
    const page = await cie.browser.get('/auth/cie/oidc/login');
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('CIE non risponde');
    expect(page.body).toContain('href="/login"');
  });
});
