import { freeDays } from '#features/planner/index.ts';
import {
  signTicket,
  type TicketNews,
  ticketPath,
  ticketToTell,
  type TicketToTell,
} from '#features/waiting-room/index.ts';
import { clockTime, dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type Language, localText } from '#platform/language.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { action, type Block, facts, type Letter, link, text } from '../letter.ts';
import { ticketLetterTexts } from './ticket-letters.text.ts';

interface Writing {
  readonly ticket: TicketToTell;
  readonly language: Language;
  readonly site: string;
  /** the page of the ticket */
  readonly page: string;
}

/** The letters to people in a waiting room, from the rows as they are now; undefined when there is nothing to say any more. */
export async function ticketLetter(
  deps: Deps,
  { kind, language, ...which }: { kind: TicketNews; roomId: number; number: number; language: Language },
): Promise<Letter | undefined> {
  const ticket = await ticketToTell(deps.db, which);
  if (ticket === undefined) return undefined;
  const site = deps.config.publicUrl;
  const writing = { ticket, language, site, page: site + ticketPath(signTicket(deps.secrets, ticket)) };
  const now = deps.clock.now();
  switch (kind) {
    case 'turn-near':
      return ticket.state === 'waiting' && ticket.roomState !== 'ended' ? near(writing) : undefined;
    case 'turn-come': {
      const { turnEndsAt } = ticket;
      const lasts = turnEndsAt !== null && Temporal.Instant.compare(now, turnEndsAt) < 0;
      return ticket.state === 'admitted' && lasts ? come(writing, turnEndsAt) : undefined;
    }
    case 'ticket-displaced':
      return ticket.state === 'displaced' ? displaced(writing) : undefined;
    case 'draw-fixed':
      return ticket.listRoot !== null && ticket.state === 'waiting' ? fixed(writing, ticket.listRoot) : undefined;
    case 'draw-late':
      return ticket.state === 'waiting' && !ticket.isDrawn && ticket.roomState !== 'ended' ? late(writing) : undefined;
    case 'room-over': {
      if (ticket.state !== 'over' && ticket.state !== 'waiting') return undefined;
      if (ticket.outcome === 'cancelled') return cancelled(writing);
      const { nextRelease } = await freeDays(deps.db, { offeringId: ticket.offeringId, now });
      return ticket.outcome === null ? undefined : soldOut(writing, nextRelease);
    }
  }
}

function near(writing: Writing): Letter {
  const t = ticketLetterTexts.for(writing.language);
  const minutes = Math.round(writing.ticket.turnSeconds / 60);
  return letter(writing, 'near', [
    text(t('nearText', { minutes })),
    text(t('nearReady')),
    facts(whatAndWhere(writing)),
    action(t('see'), writing.page),
  ]);
}

function come(writing: Writing, until: Temporal.Instant): Letter {
  const t = ticketLetterTexts.for(writing.language);
  return letter(writing, 'come', [
    text(t('comeText')),
    facts([[t('until'), at(writing, until)], ...whatAndWhere(writing)]),
    action(t('comeAction'), writing.page),
    text(t('comePeople')),
  ]);
}

/** Whoever keeps this e-mail can show that nobody changed the list afterwards. */
function fixed(writing: Writing, root: string): Letter {
  const { ticket, site, language } = writing;
  const t = ticketLetterTexts.for(language);
  return letter(writing, 'fixed', [
    text(t('fixedText')),
    facts([
      [t('fixedNumber'), String(ticket.number)],
      [t('fixedRoot'), root],
      ...valueFacts(writing),
      ...whatAndWhere(writing),
    ]),
    text(t('fixedKeep')),
    action(t('see'), writing.page),
    link(t('check'), `${site}/draws/${ticket.roomCode}`),
  ]);
}

function late(writing: Writing): Letter {
  const { ticket, site, language } = writing;
  const t = ticketLetterTexts.for(language);
  return letter(writing, 'late', [
    text(t('lateText')),
    facts([...valueFacts(writing), ...whatAndWhere(writing)]),
    action(t('see'), writing.page),
    link(t('check'), `${site}/draws/${ticket.roomCode}`),
  ]);
}

function valueFacts({ ticket: { mixing }, language }: Writing): [string, string][] {
  if (mixing === null) return [];
  const day = dayMonthYear(Temporal.PlainDate.from(mixing.day), language);
  return [[ticketLetterTexts.for(language)('value'), `${localText(mixing, language)} (${day})`]];
}

function displaced(writing: Writing): Letter {
  const t = ticketLetterTexts.for(writing.language);
  return letter(writing, 'displaced', [
    text(t('displacedText')),
    text(t('displacedYou')),
    facts(whatAndWhere(writing)),
    action(t('displacedAction'), writing.site + sitePaths.askForHelp),
  ]);
}

function soldOut(writing: Writing, nextRelease: Temporal.Instant | null): Letter {
  const { ticket, site, page, language } = writing;
  const t = ticketLetterTexts.for(language);
  const list = `${site}/offices/${ticket.officeCode}/${ticket.serviceCode}/waiting-list`;
  return letter(writing, 'soldOut', [
    text(t('soldOutText')),
    facts([
      ...whatAndWhere(writing),
      ...(nextRelease ? [[t('soldOutNext'), at(writing, nextRelease)] as [string, string]] : []),
    ]),
    ...(ticket.waitingList ? [text(t('soldOutList')), action(t('soldOutListAction'), list)] : []),
    ticket.waitingList ? link(t('soldOutWays'), page) : action(t('soldOutWays'), page),
    ...(ticket.wasDrawn ? [link(t('check'), `${site}/draws/${ticket.roomCode}`)] : []),
  ]);
}

function cancelled(writing: Writing): Letter {
  const { ticket, site, language } = writing;
  const t = ticketLetterTexts.for(language);
  return letter(writing, 'cancelled', [
    text(t('cancelledText')),
    facts(whatAndWhere(writing)),
    action(t('cancelledAction'), `${site}/offices/${ticket.officeCode}/${ticket.serviceCode}`),
  ]);
}

function letter(
  { ticket, language }: Writing,
  about: 'near' | 'come' | 'fixed' | 'late' | 'displaced' | 'soldOut' | 'cancelled',
  blocks: readonly Block[],
): Letter {
  const t = ticketLetterTexts.for(language);
  const service = localText(ticket.serviceName, language);
  return { subject: t(`${about}Subject`, { service }), heading: t(`${about}Heading`), blocks };
}

function at({ ticket, language }: Writing, instant: Temporal.Instant): string {
  const { timeZone: zone, officeKind, officeCity } = ticket;
  const t = ticketLetterTexts.for(language);
  const when = { day: longDate(dayIn(instant, zone), language), time: clockTime(instant, zone) };
  return officeKind === 'municipal'
    ? t('dayAndTime', when)
    : t('dayAndTimeIn', { ...when, city: localText(officeCity, language) });
}

function whatAndWhere({ ticket, language }: Writing): [string, string][] {
  const t = ticketLetterTexts.for(language);
  return [
    [t('what'), localText(ticket.serviceName, language)],
    [t('where'), localText(ticket.officeName, language)],
  ];
}
