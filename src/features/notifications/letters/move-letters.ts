import { answerToTell, offerToTell } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate, shortDate } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, type Block, facts as factsBlock, type Letter, link, text } from '../letter.ts';
import { linkPath } from '../booking-link.ts';
import type { MoveKind } from '../rules.ts';
import { appointmentFacts, officeContacts, whenWords } from './appointment.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';
import { bookingLetterTexts } from './booking-letters.text.ts';
import { moveLetterTexts } from './move-letters.text.ts';

interface Wanted {
  readonly kind: Exclude<MoveKind, 'office-message'>;
  /** the offer or the request */
  readonly about: string;
  readonly facts: BookingFacts;
  readonly language: Language;
}

/** The letters about offered seats and requests; undefined when what they speak of is over by now. */
export async function moveLetter(deps: Deps, wanted: Wanted): Promise<Letter | undefined> {
  const { kind, about, facts, language } = wanted;
  const t = moveLetterTexts.for(language);
  const page = deps.config.publicUrl + linkPath(deps.secrets, facts);
  if (!facts.live) return undefined;
  if (kind === 'request-answered') {
    const answer = await answerToTell(deps.db, deps.secrets, about);
    if (answer === undefined) return undefined;
    const words = answer.split('\n').filter(Boolean);
    const blocks = [text(t('answerText')), ...words.map((line) => text(line)), action(t('manageAction'), page)];
    return letter(t('answerSubject', subject(facts, language)), t('answerHeading'), blocks, wanted);
  }
  const offer = await offerToTell(deps.db, about);
  if (kind === 'move-withdrawn') {
    const blocks = [text(t('withdrawnText', { when: whenWords(facts, language) })), action(t('manageAction'), page)];
    return letter(t('withdrawnSubject', subject(facts, language)), t('withdrawnHeading'), blocks, wanted);
  }
  if (offer === undefined || offer.settled) return undefined;
  const why = offer.reason === null ? '' : ` ${t('closedFor', { reason: localText(offer.reason, language) })}`;
  const other = action(t('otherAction'), `${page}/move`);
  if (kind === 'move-no-seat') {
    const title = t('noSeatSubject', subject(facts, language));
    return offer.state === 'no-seat'
      ? letter(title, t('noSeatHeading'), [text(t('noSeatText') + why), other], wanted)
      : undefined;
  }
  if (kind === 'move-expired') {
    const title = t('expiredSubject', subject(facts, language));
    return offer.state === 'expired'
      ? letter(title, t('expiredHeading'), [text(t('expiredText')), other], wanted)
      : undefined;
  }
  const { startsAt, expiresAt } = offer;
  if (offer.state !== 'offered' || startsAt === null || expiresAt === null) return undefined;
  if (Temporal.Instant.compare(expiresAt, deps.clock.now()) <= 0) return undefined;
  const offered = { ...facts, startsAt };
  const zone = facts.office.timeZone;
  const until = { day: longDate(dayIn(expiresAt, zone), language), time: clockTime(expiresAt, zone) };
  const blocks = [
    text(t('offeredWhy', { cause: offer.cause }) + why),
    factsBlock([
      [t('newSeat'), whenWords(offered, language)],
      [t('oldSeat'), whenWords(facts, language)],
    ]),
    text(`${t('offeredUntil', until)} ${t('offeredChoices')}`),
    action(t('offeredAction'), page),
    link(t('otherAction'), `${page}/move`),
  ];
  return letter(t('offeredSubject', subject(offered, language)), t('offeredHeading'), blocks, wanted);
}

function letter(subjectLine: string, heading: string, blocks: readonly Block[], { facts, language }: Wanted): Letter {
  return {
    subject: subjectLine,
    heading,
    blocks: [
      ...blocks,
      text(bookingLetterTexts.for(language)('linkIsPersonal')),
      factsBlock([
        ...appointmentFacts(facts, language),
        [appointmentTexts.for(language)('officeContacts'), officeContacts(facts, language)],
      ]),
    ],
  };
}

function subject(facts: Pick<BookingFacts, 'service' | 'office' | 'startsAt'>, language: Language) {
  const { timeZone } = facts.office;
  return {
    service: localText(facts.service.name, language),
    day: shortDate(dayIn(facts.startsAt, timeZone), language),
    time: clockTime(facts.startsAt, timeZone),
  };
}
