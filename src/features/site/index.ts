export { addSitePages } from './routes.tsx';
