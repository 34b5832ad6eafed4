export { metadataFolder, prepareTestProvider } from './files.ts';
export { addTestProvider } from './routes.ts';
