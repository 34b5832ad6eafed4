import {
  entryById,
  openSeat,
  placeKeptUntil,
  type WaitingEntry,
  waitingLink,
  type WaitingSeat,
} from '#features/booking/index.ts';
import { clockTime, dayIn, longDate, shortDate } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, type Block, facts, type Letter, link, text } from '../letter.ts';
import type { WaitingKind } from '../rules.ts';
import { waitingLetterTexts } from './waiting-letters.text.ts';

interface Wanted {
  readonly kind: WaitingKind;
  readonly entryId: string;
  /** the offer, for the kinds that are about one */
  readonly about: string;
  readonly language: Language;
}

interface Writing {
  readonly entry: WaitingEntry;
  readonly language: Language;
  readonly page: string;
  readonly now: Temporal.Instant;
}

/** The letters to people on a waiting list, from the rows as they are now; undefined when there is nothing to say any more. */
export async function waitingLetter(deps: Deps, wanted: Wanted): Promise<Letter | undefined> {
  const { kind, entryId, about, language } = wanted;
  const now = deps.clock.now();
  const entry = await entryById(deps.db, { entryId, now });
  if (entry === undefined) return undefined;
  const page = deps.config.publicUrl + waitingLink(deps.secrets, { entryId, now });
  const writing = { entry, language, page, now };
  const isLive = entry.state === 'waiting' || entry.state === 'asleep';
  switch (kind) {
    case 'waiting-joined':
      return isLive ? joined(writing) : undefined;
    case 'waiting-offer': {
      const seat = openSeat(entry, now);
      return seat?.id === about ? offered(writing, seat) : undefined;
    }
    case 'waiting-lapsed':
    case 'waiting-withdrawn':
      return entry.state === 'waiting' ? oneParagraph(writing, kind) : undefined;
    case 'waiting-still-needed':
      return entry.state === 'waiting' && entry.askedAt !== null ? oneParagraph(writing, kind) : undefined;
    case 'waiting-asleep':
      return entry.state === 'asleep' ? asleep(writing) : undefined;
    case 'waiting-ended':
      return entry.state === 'ended' ? ended(writing, kind) : undefined;
    case 'waiting-booked':
      return entry.state === 'booked' ? ended(writing, kind) : undefined;
    case 'waiting-removed':
      return entry.state === 'removed'
        ? removed(writing, entry.reason && deps.secrets.decrypt(entry.reason))
        : undefined;
  }
}

function joined(writing: Writing): Letter {
  const { entry, language, page } = writing;
  const t = waitingLetterTexts.for(language);
  const [first] = entry.places;
  const blocks = [
    text(t('joinedText')),
    facts([...whatAndWhere(writing), [t('place'), String((first?.ahead ?? 0) + 1)]]),
    ...(entry.text === null ? [] : [text(localText(entry.text, language))]),
    text(t('joinedHow')),
    action(t('seeEntry'), page),
  ];
  return whole(writing, t('joinedSubject', subject(writing)), t('joinedHeading'), blocks);
}

function offered(writing: Writing, seat: WaitingSeat): Letter {
  const { language, page } = writing;
  const t = waitingLetterTexts.for(language);
  const zone = seat.timeZone;
  const at = (instant: Temporal.Instant) =>
    t('dayAndTime', {
      day: longDate(dayIn(instant, zone), language),
      time: clockTime(instant, zone),
      city: localText(seat.officeCity, language),
    });
  const blocks = [
    text(t('offeredText')),
    facts([
      [t('seat'), at(seat.startsAt)],
      [t('where'), localText(seat.officeName, language)],
      [t('answerBy'), at(seat.expiresAt)],
    ]),
    action(t('offeredAction'), page),
    text(t('offeredNothing')),
  ];
  const day = shortDate(dayIn(seat.startsAt, zone), language);
  const title = t('offeredSubject', { ...subject(writing), day, time: clockTime(seat.startsAt, zone) });
  return whole(writing, title, t('offeredHeading'), blocks);
}

/** A letter of one paragraph, with the page to go on from. */
function oneParagraph(writing: Writing, kind: 'waiting-lapsed' | 'waiting-withdrawn' | 'waiting-still-needed'): Letter {
  const { language, page } = writing;
  const t = waitingLetterTexts.for(language);
  const words = {
    'waiting-lapsed': ['lapsedSubject', 'lapsedHeading', 'lapsedText', 'seeEntry'],
    'waiting-withdrawn': ['withdrawnSubject', 'withdrawnHeading', 'withdrawnText', 'seeEntry'],
    'waiting-still-needed': ['neededSubject', 'neededHeading', 'neededText', 'neededAction'],
  } as const;
  const [title, heading, paragraph, button] = words[kind];
  const blocks = [text(t(paragraph)), facts(whatAndWhere(writing)), action(t(button), page)];
  return whole(writing, t(title, subject(writing)), t(heading), blocks);
}

function asleep(writing: Writing): Letter | undefined {
  const { entry, language, page } = writing;
  const t = waitingLetterTexts.for(language);
  if (entry.asleepWhy === null) return undefined;
  const until = longDate(dayIn(placeKeptUntil(entry.stateAt), entry.timeZone), language);
  const blocks = [
    text(t('asleepText', { why: entry.asleepWhy })),
    text(t('asleepUntil', { until })),
    action(t(entry.asleepWhy === 'days-over' ? 'daysAction' : 'neededAction'), page),
    facts(whatAndWhere(writing)),
  ];
  return whole(writing, t('asleepSubject', subject(writing)), t('asleepHeading'), blocks);
}

function ended(writing: Writing, kind: 'waiting-ended' | 'waiting-booked'): Letter {
  const { language } = writing;
  const t = waitingLetterTexts.for(language);
  const [heading, paragraph] =
    kind === 'waiting-ended' ? (['endedHeading', 'endedText'] as const) : (['bookedHeading', 'bookedText'] as const);
  return {
    subject: t('endedSubject', subject(writing)),
    heading: t(heading),
    blocks: [text(t(paragraph)), facts(whatAndWhere(writing))],
  };
}

function removed(writing: Writing, reason: string | null): Letter {
  const { language } = writing;
  const t = waitingLetterTexts.for(language);
  const words = (reason ?? '').split('\n').filter((line) => line.trim() !== '');
  return {
    subject: t('endedSubject', subject(writing)),
    heading: t('removedHeading'),
    blocks: [text(t('removedText')), ...words.map((line) => text(line)), facts(whatAndWhere(writing))],
  };
}

function whole(writing: Writing, title: string, heading: string, blocks: readonly Block[]): Letter {
  const t = waitingLetterTexts.for(writing.language);
  return {
    subject: title,
    heading,
    blocks: [...blocks, text(t('linkIsPersonal')), link(t('leave'), `${writing.page}/leave`)],
  };
}

function whatAndWhere({ entry, language }: Writing): [string, string][] {
  const t = waitingLetterTexts.for(language);
  return [
    [t('what'), localText(entry.serviceName, language)],
    [t('where'), entry.places.map(({ officeName }) => localText(officeName, language)).join(', ')],
  ];
}

function subject({ entry, language }: Writing) {
  return { service: localText(entry.serviceName, language) };
}
