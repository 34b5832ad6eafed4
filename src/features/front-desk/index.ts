export { countCertifiedToDo } from './certified-to-do.query.ts';
export { addFrontDesk } from './routes.ts';
export { addDrawEntry } from './office/registration-draw/enter.route.tsx';
