import { jose } from '../jose.ts';
import type { Messages } from './messages.ts';
import type { Parties } from './current-provider.ts';
import { clockTolerance } from './oidc-client.ts';

const patience = 10_000;

/**
 * Who logged in, as the provider says it: signed by its key inside, encrypted for ours outside. Plain, unsigned or
 * unencrypted answers are refused.
 */
export async function userInfo(
  { provider, own }: Parties,
  asked: { accessToken: string; subject: string; messages: Messages; now: Temporal.Instant },
): Promise<Record<string, unknown>> {
  const { accessToken, subject, messages, now } = asked;
  const response = await messages.fetch(provider.metadata.userinfo_endpoint, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/jwt' },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`userinfo answered ${response.status}`);
  const { plaintext } = await jose().compactDecrypt(
    (await response.text()).trim(),
    ({ kid }) => own.keys.encryption.find((key) => key.kid === kid) ?? own.keys.encryption[0],
    {
      keyManagementAlgorithms: ['RSA-OAEP-256', 'RSA-OAEP'],
      contentEncryptionAlgorithms: ['A256CBC-HS512', 'A128CBC-HS256', 'A256GCM'],
    },
  );
  const { payload } = await jose().jwtVerify(
    Buffer.from(plaintext).toString('utf8'),
    jose().createLocalJWKSet(provider.keys),
    {
      issuer: provider.metadata.issuer,
      audience: own.entity,
      // Otherwise somebody's access token would bring another one's details.
      subject,
      algorithms: ['RS256'],
      clockTolerance,
      currentDate: new Date(now.epochMilliseconds),
    },
  );
  return payload;
}
