import { expect, it } from 'vitest';
import { useCieSite } from '#test/cie-provider/cie-site.ts';

const cie = await useCieSite({ mark: false });

it('a provider of the federation does not know a site without its trust mark', async () => {
  await expect(cie.walk()).rejects.toThrow('invalid_client');
});
