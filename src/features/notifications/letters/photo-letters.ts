import { asksAnother, askWords, type AskedPhoto, photoToTell, type PhotoNotice } from '#features/booking/index.ts';
import { dayIn, shortDate } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type Language, localText } from '#platform/language.ts';
import { linkPath } from '../booking-link.ts';
import { action, type Block, facts as factsBlock, type Letter, link, list, text, title } from '../letter.ts';
import { appointmentFacts, officeContacts, whenWords } from './appointment.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';
import { bookingLetterTexts } from './booking-letters.text.ts';
import { photoLetterTexts } from './photo-letters.text.ts';

interface Wanted {
  readonly kind: PhotoNotice['kind'];
  /** the office’s decision */
  readonly about: string;
  readonly facts: BookingFacts;
  readonly language: Language;
}

/** Another photo is asked for, with why and where to send it; or not any more. Undefined when it is over by now. */
export async function photoLetter(deps: Deps, wanted: Wanted): Promise<Letter | undefined> {
  const { kind, about, facts, language } = wanted;
  const t = photoLetterTexts.for(language);
  const isAhead = facts.live && Temporal.Instant.compare(deps.clock.now(), facts.startsAt) < 0;
  if (!isAhead) return undefined;
  const day = shortDate(dayIn(facts.startsAt, facts.office.timeZone), language);
  const subject = { service: localText(facts.service.name, language), day };
  const asked = await photoToTell(deps.db, deps.secrets, about);
  if (kind === 'photo-not-asked') {
    const { completion } = facts;
    // Gone with a photo that came or was taken back since, or with a move to another office: nothing is to be told any more.
    if (!asked || !completion) return undefined;
    // An earlier request may still stand, or its person has taken the photo back: nothing false is said of it.
    if (asksAnother(completion, asked.position)) return undefined;
    const isThere = completion.photos.some((one) => one.position === asked.position && one.state === 'accepted');
    const page = deps.config.publicUrl + linkPath(deps.secrets, facts);
    const personal = text(bookingLetterTexts.for(language)('linkIsPersonal'));
    const blocks = [text(t(isThere ? 'withdrawnText' : 'withdrawnNone')), action(t('see'), page), personal];
    return whole(t('withdrawnSubject', subject), t('withdrawnHeading'), blocks, wanted);
  }
  if (asked?.open !== true) return undefined;
  const of = { name: asked.name };
  const isOneOfMany = facts.people.length > 1;
  const blocks = [
    text(isOneOfMany ? t('askedTextOf', of) : t('askedText')),
    list(askWords(asked.why, language)),
    ...waysOn(deps, asked, wanted),
  ];
  const heading = isOneOfMany ? t('askedHeadingOf', of) : t('askedHeading');
  return whole(t('askedSubject', subject), heading, blocks, wanted);
}

/** Of each photo that the office asked for anew and that has not come: where to send it, as a part of another letter. */
export function askedAnewParts(
  facts: BookingFacts,
  { language, publicUrl }: { language: Language; publicUrl: string },
): Block[] {
  const { completion, people } = facts;
  if (completion === undefined) return [];
  const t = photoLetterTexts.for(language);
  return completion.people
    .filter(({ position }) => asksAnother(completion, position))
    .flatMap(({ position, name }) => [
      title(people.length > 1 ? t('askedHeadingOf', { name }) : t('askedHeading')),
      ...(facts.accountId === null
        ? [text(t('bring'))]
        : [
            text(t('until', { when: whenWords(facts, language) })),
            link(t('send'), photoPage(facts, publicUrl, position)),
          ]),
    ]);
}

function photoPage({ code }: BookingFacts, publicUrl: string, position: number): string {
  return `${publicUrl}/bookings/${code}/photo?person=${position}`;
}

/** Whoever has no account cannot send anything: they bring it. */
function waysOn({ config }: Deps, { position }: AskedPhoto, { facts, language }: Wanted): Block[] {
  const t = photoLetterTexts.for(language);
  if (facts.accountId === null) return [text(t('bring')), text(t('stands'))];
  return [
    action(t('send'), photoPage(facts, config.publicUrl, position)),
    text(`${t('until', { when: whenWords(facts, language) })} ${t('stands')}`),
    text(t('logIn')),
  ];
}

function whole(subject: string, heading: string, blocks: readonly Block[], { facts, language }: Wanted): Letter {
  const contacts = [appointmentTexts.for(language)('officeContacts'), officeContacts(facts, language)] as const;
  return { subject, heading, blocks: [...blocks, factsBlock([...appointmentFacts(facts, language), contacts])] };
}
