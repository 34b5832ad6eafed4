export { createPhotos } from './create-photos.job.ts';
export { createDemo } from './create-demo.ts';
export { demoPeople } from './create-people.ts';
export { addDemoPages } from './routes.ts';
export { startMailCatcher } from './mail-catcher.ts';
export { demoTasks } from './tasks.ts';
