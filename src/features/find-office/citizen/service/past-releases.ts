import type { ComponentChildren } from 'preact';
import type { Office, Offering } from '#features/offices/index.ts';
import type { Language } from '#platform/language.ts';

/** How earlier releases of a service went, from whoever keeps their figures. */
export type PastReleases = (request: {
  office: Office;
  offering: Offering;
  language: Language;
}) => Promise<ComponentChildren | undefined>;
