import type { Db, Tx } from '#platform/database.ts';
import { digitalLogin } from './digital-login.ts';
import { identifiedOnly } from './identified-only.ts';
import { liveLimit } from './live-limit.ts';
import { localEnded } from './local-ended.ts';
import { noShowPause } from './no-show-pause.ts';
import { notBlocked } from './not-blocked.ts';
import type { Booker, Notice, Refusal, Rule } from './rule.ts';
import { servedOnly } from './served-only.ts';

/** Every rule about who may book, in the order people should hear of them. A new one is a file of its own and a line here. */
const rules: readonly Rule[] = [
  notBlocked,
  servedOnly,
  identifiedOnly,
  digitalLogin,
  localEnded,
  noShowPause,
  liveLimit,
];

/** Why this person may not book here, by the first rule that says so; undefined when they may, or are not known yet. */
export async function whyNotEligible(db: Db | Tx, booker: Booker): Promise<Refusal | undefined> {
  const { viewer } = booker;
  if (viewer === null) return undefined;
  for (const rule of rules) {
    const isAsked = rule.concerns(booker) && !(rule.ofThePast && booker.hasBooked === false);
    const refusal = isAsked ? await rule.refuse(db, { ...booker, viewer }) : undefined;
    if (refusal) return refusal;
  }
  return undefined;
}

/** What a page says beforehand: to whoever is known why they may not, to everybody else whom the service is for. */
export async function eligibilityNews(
  db: Db | Tx,
  booker: Booker,
): Promise<{ refusal: Refusal | undefined; notices: readonly Notice[] }> {
  const refusal = await whyNotEligible(db, booker);
  if (refusal) return { refusal, notices: [] };
  const isToldOf = (rule: Rule) => booker.viewer === null || rule.announcedToAll === true;
  const asked = rules.filter((rule) => rule.concerns(booker) && isToldOf(rule));
  const notices = await Promise.all(asked.map(async (rule) => rule.announce?.(db, booker)));
  return { refusal: undefined, notices: notices.filter((notice) => notice !== undefined) };
}
