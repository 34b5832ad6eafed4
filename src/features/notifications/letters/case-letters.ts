import {
  type CaseKind,
  casePaths,
  findAppeal,
  findChange,
  ownPaths,
  restrictionLink,
} from '#features/account-cases/index.ts';
import { accountProfile, type BlockOutcome, findBlock, findDecision, findMerge } from '#features/identity/index.ts';
import { findOfficeById, type Office } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { withArticle } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { action, type Block, type Letter, link, text, title } from '../letter.ts';
import { caseLetterTexts } from './case-letters.text.ts';

interface Case {
  readonly kind: CaseKind;
  readonly caseId: number;
  readonly language: Language;
}

/** About a case of an account, from the rows as they are now; undefined when there is nothing to say any more. */
export async function caseLetter(deps: Deps, about: Case): Promise<Letter | undefined> {
  switch (about.kind) {
    case 'account-blocked':
      return blocked(deps, about);
    case 'block-decided': {
      const decision = await findDecision(deps.db, deps.secrets, about.caseId);
      return decision && decided(deps, about, decision);
    }
    case 'appeal-decided': {
      const appeal = await findAppeal(deps.db, deps.secrets, about.caseId);
      if (!appeal?.outcome || appeal.answer === null) return undefined;
      const block = appeal.blockId === null ? undefined : await findBlock(deps.db, deps.secrets, appeal.blockId);
      const { officeId, outcome, answer: reason } = appeal;
      return decided(deps, about, { officeId, outcome, reason, lastDay: block?.lastDay ?? null });
    }
    case 'appeal-arrived': {
      const appeal = await findAppeal(deps.db, deps.secrets, about.caseId);
      if (appeal?.outcome !== null) return undefined;
      return toOffice(deps, about, await officeOf(deps, appeal.officeId), 'arrived');
    }
    case 'appeal-outcome': {
      const appeal = await findAppeal(deps.db, deps.secrets, about.caseId);
      return appeal?.outcome ? outcomeFor(deps, about, appeal.officeId, appeal.outcome) : undefined;
    }
    case 'change-asked': {
      const change = await findChange(deps.db, deps.secrets, about.caseId);
      const profile = change && (await accountProfile(deps.db, { accountId: change.accountId, secrets: deps.secrets }));
      return change?.outcome === null ? toOffice(deps, about, profile?.office ?? undefined, 'asked') : undefined;
    }
    case 'change-decided':
      return changeDecided(deps, about);
    case 'accounts-merged':
      return merged(deps, about);
  }
}

async function blocked(deps: Deps, { caseId, language }: Case): Promise<Letter | undefined> {
  const block = await findBlock(deps.db, deps.secrets, caseId);
  if (block === undefined || block.liftedAt !== null) return undefined;
  const t = caseLetterTexts.for(language);
  const place = await placeOf(deps, block.officeId, language);
  const until = block.lastDay === null ? 'none' : withArticle('al', block.lastDay, language);
  return {
    subject: t('blockedSubject', { place }),
    heading: t('blockedHeading'),
    blocks: [
      text(t(block.officeId === null ? 'blockedByNetwork' : 'blockedBy', { place, until })),
      title(t('reason')),
      ...paragraphs(block.reason),
      text(t('stays')),
      text(t('answer')),
      action(t('answerAction'), deps.config.publicUrl + restrictionLink(deps.secrets, caseId)),
      text(t('personal')),
    ],
  };
}

async function decided(
  deps: Deps,
  { language }: Case,
  decision: { officeId: number | null; outcome: BlockOutcome; reason: string; lastDay: Temporal.PlainDate | null },
): Promise<Letter> {
  const t = caseLetterTexts.for(language);
  const { outcome, reason, lastDay } = decision;
  const place = await placeOf(deps, decision.officeId, language);
  const until = lastDay === null ? '' : withArticle('al', lastDay, language);
  const { publicUrl } = deps.config;
  return {
    subject: t('decidedSubject', { place }),
    heading: t(outcome, { until }),
    blocks: [
      title(t('decidedWhy')),
      ...paragraphs(reason),
      ...(outcome === 'kept' ? [text(t('keptAgain'))] : []),
      outcome === 'lifted'
        ? action(t('bookAction'), publicUrl + sitePaths.offices)
        : action(t('seeAction'), publicUrl + ownPaths.restrictions),
    ],
  };
}

/** To the office's mailbox: nothing of the person stands in it. */
function toOffice(
  deps: Deps,
  { language }: Case,
  office: { readonly code: string; readonly name: LocalText } | undefined,
  what: 'arrived' | 'asked',
): Letter {
  const t = caseLetterTexts.for(language);
  const place = office === undefined ? t('network') : localText(office.name, language);
  const page = office === undefined ? sitePaths.office : casePaths.list(office.code);
  const words = what === 'arrived' ? arrived : asked;
  return {
    subject: t(words.subject, { place }),
    heading: t(words.heading),
    blocks: [text(t(words.text)), action(t('arrivedAction'), deps.config.publicUrl + page)],
  };
}

const arrived = { subject: 'arrivedSubject', heading: 'arrivedHeading', text: 'arrivedText' } as const;
const asked = { subject: 'askedSubject', heading: 'askedHeading', text: 'askedText' } as const;

async function outcomeFor(
  deps: Deps,
  { language }: Case,
  officeId: number | null,
  outcome: BlockOutcome,
): Promise<Letter> {
  const t = caseLetterTexts.for(language);
  const office = await officeOf(deps, officeId);
  const page = office === undefined ? sitePaths.office : casePaths.list(office.code);
  return {
    subject: t('outcomeSubject', { place: await placeOf(deps, officeId, language) }),
    heading: t('outcomeHeading'),
    blocks: [text(t('outcomeText', { outcome })), action(t('arrivedAction'), deps.config.publicUrl + page)],
  };
}

async function changeDecided(deps: Deps, { caseId, language }: Case): Promise<Letter | undefined> {
  const change = await findChange(deps.db, deps.secrets, caseId);
  if (change === undefined || change.answer === null) return undefined;
  const t = caseLetterTexts.for(language);
  const isAccepted = change.outcome === 'accepted';
  return {
    subject: t(isAccepted ? 'acceptedSubject' : 'refusedSubject'),
    heading: t(isAccepted ? 'acceptedHeading' : 'refusedHeading'),
    blocks: [
      text(t(isAccepted ? 'acceptedText' : 'refusedText')),
      ...(isAccepted ? [text(t(change.bookingsToo ? 'acceptedBookings' : 'acceptedNotBookings'))] : []),
      title(t('decidedWhy')),
      ...paragraphs(change.answer),
      action(t('profileAction'), deps.config.publicUrl + sitePaths.profile),
    ],
  };
}

async function merged(deps: Deps, { caseId, language }: Case): Promise<Letter | undefined> {
  const merge = await findMerge(deps.db, caseId);
  const kept = merge && (await accountProfile(deps.db, { accountId: merge.keptId, secrets: deps.secrets }));
  if (kept === undefined) return undefined;
  const t = caseLetterTexts.for(language);
  const words = { kept: kept.email, closed: merge?.email ?? '' };
  return {
    subject: t('mergedSubject'),
    heading: t('mergedHeading'),
    blocks: [
      text(t('mergedText', { place: await placeOf(deps, merge?.officeId ?? null, language) })),
      text(t('mergedLogin', words)),
      action(t('loginAction'), deps.config.publicUrl + sitePaths.login),
      text(t('mergedPassword', words)),
      link(t('mergedNotYou'), `${deps.config.publicUrl}${sitePaths.help}`),
    ],
  };
}

async function officeOf({ db }: Deps, officeId: number | null): Promise<Office | undefined> {
  return officeId === null ? undefined : findOfficeById(db, officeId);
}

async function placeOf(deps: Deps, officeId: number | null, language: Language): Promise<string> {
  const office = await officeOf(deps, officeId);
  return office === undefined ? caseLetterTexts.for(language)('network') : localText(office.name, language);
}

function paragraphs(words: string): Block[] {
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => text(line));
}
