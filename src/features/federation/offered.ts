export { endOf, expiringCertificates } from './keys/expiry.ts';
export { keepKeys, useNextKeys } from './keys/keep-keys.ts';
export { loggedLogins } from './login-log/login-log.query.ts';
export { fetchMetadata } from './providers/fetch-metadata.ts';
export { importMetadata, removeProvider } from './providers/import-metadata.ts';
export { createProviders } from './providers/providers.ts';
export { refreshMetadata } from './providers/refresh-metadata.ts';
export { fingerprintOf } from './providers/signed-metadata.ts';
export { ownMetadata } from './saml-login/metadata.route.ts';
