export { certifiedActivation, type CertifiedActivation } from './activation/certified-subject.ts';
export { addOpened } from './citizen/opened/opened.route.tsx';
export { openingsOf } from './citizen/opened/openings.query.ts';
export { addOfficeAdmin } from './routes.ts';
