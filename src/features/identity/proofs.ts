import type { Secrets } from '#platform/secrets.ts';

/** The secret part of the link in an e-mail. Derived, so that no copy lies in the database or in the queue. */
export function proofToken(secrets: Secrets, proofId: string): string {
  return secrets.sign('proof', proofId);
}

/** The proof a link speaks of; undefined when the link was not made by us. */
export function readProofToken(secrets: Secrets, token: string): string | undefined {
  const proofId = secrets.verify('proof', token);
  return proofId !== undefined && /^\d{1,18}$/.test(proofId) ? proofId : undefined;
}

/** The six digits that may be typed in place of the link. */
export function proofCode(secrets: Secrets, proofId: string): string {
  const number = secrets.hash('proof', `code ${proofId}`).readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Where the link of an e-mail leads, below the site's address. */
export function proofPath(secrets: Secrets, purpose: 'verify-email' | 'reset-password', proofId: string): string {
  return `/${purpose}?token=${encodeURIComponent(proofToken(secrets, proofId))}`;
}
