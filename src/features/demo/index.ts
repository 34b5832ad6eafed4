export { createDemo } from './create-demo.ts';
export { addDemoPages } from './demo-pages.ts';
export { startMailCatcher } from './mail-catcher.ts';
