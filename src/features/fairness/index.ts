import './tables.ts';

export type { DrawPart } from './office/release.route.tsx';
export { simulateNext, simulateRule } from './office/simulator.route.tsx';
export { fairnessPaths } from './paths.ts';
export { pastReleases } from './citizen/past-releases.view.tsx';
export { measureFairness } from './measure/measure.job.ts';
export { addFairness, addReleaseOverview } from './routes.ts';
export { fairnessCrontab, fairnessTasks } from './tasks.ts';
