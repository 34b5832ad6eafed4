export { addManualPages } from './routes.tsx';
export { bookPath, findBook, printedPath } from './find-book.ts';
