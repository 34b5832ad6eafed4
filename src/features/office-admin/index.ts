export { certifiedActivation, type CertifiedActivation } from './activation/certified-subject.ts';
export { addOfficeAdmin } from './routes.ts';
