import './tables.ts';

export { noteBrowser } from './detect/note-browser.ts';
export { findNotice, type Notice, ownNotices } from './notice.query.ts';
export { passNotices } from './pass-notices.ts';
export { noticePaths } from './paths.ts';
export { addProof } from './proof/add-proof.ts';
export { addSignals } from './routes.ts';
export { signalCrontab, signalTasks } from './tasks.ts';
