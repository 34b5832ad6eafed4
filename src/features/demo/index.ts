export { createDemo } from './create-demo.ts';
export { demoCitizenEmail } from './create-citizens.ts';
export { demoPassword, demoPeople, type DemoPerson } from './create-people.ts';
export { addDemoPages } from './demo-pages.ts';
export { startMailCatcher } from './mail-catcher.ts';
