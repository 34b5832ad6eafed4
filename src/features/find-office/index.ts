export { AboutOffice, Contacts } from './citizen/office/office-contacts.view.tsx';
export { LocalWords } from './citizen/office/local-words.view.tsx';
export { addOfficeDetailApi } from './api/office.api.ts';
export { previewForm, ServiceView } from './citizen/service/service.view.tsx';
export { noFacts, serviceFacts, type ServiceFacts } from './service-facts.query.ts';
export { addFeeds } from './feed/feed.route.ts';
export { addFindOfficePages } from './routes.ts';
