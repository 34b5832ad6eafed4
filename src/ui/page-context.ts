import type { Language } from '#platform/language.ts';

/** What every page of a request needs to know, made once per request and handed to `Layout`. */
export interface PageContext {
  language: Language;
  /** Path and query of the page being shown, as in `/offices/cons-london?service=cie`. */
  url: string;
  user: { name: string; isOperator: boolean } | null;
  /** The token that every form carries in its hidden `_csrf` field. */
  csrf: string;
  /** True in the trial set-up: shows the banner with the demo people and the caught e-mails. */
  demo: boolean;
}
