export { createDemo } from './create-demo.ts';
export { demoCitizenEmail } from './create-citizens.ts';
export { demoPassword, demoPeople, type DemoPerson } from './create-people.ts';
