import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import type { AtOffice } from '../../at-office.ts';
import type { Planner } from '../../planner.query.ts';

/** How the next release of a planner would go, in a few words: who knows of crowds stands above planners. */
export type ForeseeRelease = (request: {
  at: AtOffice;
  planner: Planner;
  language: Language;
}) => Promise<ComponentChildren>;
