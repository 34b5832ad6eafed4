import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeKeys } from './make-keys.ts';

const subject = {
  entityId: 'https://turno.comune.example',
  organization: { name: 'Comune di Borgo Sant’Anna', ipaCode: 'c_x999', locality: 'Borgo Sant’Anna' },
};
const now = Temporal.Instant.from('2026-11-22T10:00:00.5Z');

it('a certificate says who it is for as AgID asks, and signs itself', async () => {
  const keys = await makeKeys(subject, { now });
  const certificate = new X509Certificate(keys.certificate);
  expect(certificate.subject.split('\n')).toEqual([
    'CN=Comune di Borgo Sant’Anna',
    'O=Comune di Borgo Sant’Anna',
    '2.5.4.83=https://turno.comune.example',
    'organizationIdentifier=PA:IT-c_x999',
    'C=IT',
    'L=Borgo Sant’Anna',
  ]);
  expect(certificate.issuer).toBe(certificate.subject);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(keys.privateKey))).toBe(true);
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
  expect(certificate.ca).toBe(false);
  // The policies 1.3.76.16.6 and 1.3.76.16.4.2.1, with the notices that go with them.
  const hex = certificate.raw.toString('hex');
  for (const part of ['06042b4c1006', '06062b4c10040201']) expect(hex).toContain(part);
  expect(certificate.raw.toString('latin1')).toMatch(/agIDcert.*cert_SP_Pub/s);
});

it('it is good for two years, or for as long as was asked', async () => {
  const { certificate, expiresAt } = await makeKeys(subject, { now });
  expect(new X509Certificate(certificate).validFromDate.toISOString()).toBe('2026-11-22T10:00:00.000Z');
  expect(new X509Certificate(certificate).validToDate.toISOString()).toBe('2028-11-21T10:00:00.000Z');
  expect(expiresAt.toString()).toBe('2028-11-21T10:00:00Z');
  const long = await makeKeys(subject, { now: Temporal.Instant.from('2049-01-01T00:00:00Z'), days: 400 });
  expect(new X509Certificate(long.certificate).validToDate.toISOString()).toBe('2050-02-05T00:00:00.000Z');
});
