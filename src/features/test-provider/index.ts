export { metadataFolder, prepareTestProvider } from './files.ts';
export { addTestProvider } from './routes.ts';
export { eidasEntity } from './profiles.ts';
