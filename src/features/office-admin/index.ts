export { addOfficeAdmin } from './routes.ts';
