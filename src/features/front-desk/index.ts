export { countCertifiedToDo } from './certified-to-do.query.ts';
export { addFrontDesk } from './routes.ts';
