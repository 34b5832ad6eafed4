export { AboutOffice, Contacts } from './citizen/office/office-contacts.view.tsx';
export { LocalWords } from './citizen/office/local-words.view.tsx';
export { addOfficeDetailApi } from './api/office.api.ts';
export { addFindOfficePages } from './routes.ts';
