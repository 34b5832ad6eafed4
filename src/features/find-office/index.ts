export { AboutOffice, Contacts } from './citizen/office-contacts.view.tsx';
export { LocalWords } from './citizen/local-words.view.tsx';
export { addOfficeDetailApi } from './api/office.api.ts';
export { addFindOfficePages } from './routes.ts';
