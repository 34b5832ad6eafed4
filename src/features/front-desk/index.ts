export { addFrontDesk } from './routes.ts';
