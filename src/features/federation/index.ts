export { selfSigned } from './keys/certificate.ts';
export { type KeyPair, makeKeys } from './keys/make-keys.ts';
export { signingKeys, type SigningKeys } from './keys/signing-keys.ts';
export type { Level, SamlProfile, ServiceProvider } from './saml/profile.ts';
export { isSignedQuery, redirectAddress, redirectedMessage } from './saml/redirect-binding.ts';
export { signDocument } from './saml/sign-document.ts';
export { signedElement } from './saml/signature.ts';
