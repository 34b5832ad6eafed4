export { addOfficeDetailApi } from './api/office.api.ts';
export { addFindOfficePages } from './routes.ts';
