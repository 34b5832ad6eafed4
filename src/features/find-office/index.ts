export { addFindOfficePages } from './routes.ts';
