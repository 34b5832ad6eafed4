import {
  type OwnRegistration,
  preferenceWords,
  type RegistrationDraw,
  registrationByNumber,
  registrationDrawById,
} from '#features/booking/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, type Block, facts, type Letter, text } from '../letter.ts';
import type { RegistrationKind } from '../rules.ts';
import { registrationLetterTexts } from './registration-letters.text.ts';

interface Wanted {
  readonly kind: RegistrationKind;
  readonly roomId: number;
  readonly number: number;
  readonly language: Language;
}

/** The letters to people who registered for a draw, from the rows as they are now. */
export async function registrationLetter(deps: Deps, wanted: Wanted): Promise<Letter | undefined> {
  const { kind, language } = wanted;
  const [own, draw] = await Promise.all([
    registrationByNumber(deps.db, deps.secrets, wanted),
    registrationDrawById(deps.db, wanted.roomId),
  ]);
  if (!own || !draw) return undefined;
  const t = registrationLetterTexts.for(language);
  const service = localText(own.serviceName, language);
  // Whoever was entered by an operator has no page of their own.
  const theirs = own.accountId === null ? '' : `/${own.number}`;
  const page = `${deps.config.publicUrl}/releases/${draw.code}/register${theirs}`;
  const see = t(own.accountId === null ? 'draw' : 'see');
  const when = (instant: Temporal.Instant) => momentWords(instant, draw, language);
  const isLive = own.ticketState !== 'left' && own.ticketState !== 'displaced';
  switch (kind) {
    case 'registration-received':
    case 'registration-changed': {
      // Withdrawn or decided since: another letter says so.
      if (!isLive || own.state !== 'registered' || draw.cancelledAt) return undefined;
      const name = kind === 'registration-received' ? 'received' : 'changed';
      const blocks = [text(t(`${name}Text`)), facts(factsOf(own, draw, language)), action(see, page)];
      return { subject: t(`${name}Subject`, { service }), heading: t(`${name}Heading`), blocks };
    }
    case 'registration-withdrawn':
      return {
        subject: t('withdrawnSubject', { service }),
        heading: t('withdrawnHeading'),
        blocks: [text(t('withdrawnText')), facts(placeOf(own, language))],
      };
    case 'registration-not-drawn':
      if (own.state !== 'not-drawn' && own.state !== 'refused') return undefined;
      return {
        subject: t('notDrawnSubject', { service }),
        heading: t('notDrawnHeading'),
        blocks: [...notDrawn(own, language), text(t('leftOpen', { when: when(draw.opensAt) })), action(see, page)],
      };
    case 'registration-cancelled': {
      const reason = draw.cancelReason && localText(draw.cancelReason, language);
      return {
        subject: t('cancelledSubject', { service }),
        heading: t('cancelledHeading'),
        blocks: [
          text(t('cancelledText', { when: when(draw.opensAt) })),
          ...(reason ? [text(t('reason', { reason }))] : []),
          facts(placeOf(own, language)),
          action(t('draw'), `${deps.config.publicUrl}/releases/${draw.code}/register`),
        ],
      };
    }
  }
}

function notDrawn(own: OwnRegistration, language: Language): Block[] {
  const t = registrationLetterTexts.for(language);
  const { why, nextWeight, waiting } = own;
  return [
    text(t('notDrawnWhy', { why: (why ?? '').replaceAll('-', '') })),
    ...(nextWeight === null ? [] : [text(t('nextWeight', { weight: nextWeight }))]),
    ...(waiting === null ? [] : [text(t(waiting === 'joined' ? 'waitingJoined' : 'waitingNot'))]),
    facts(placeOf(own, language)),
  ];
}

function factsOf(own: OwnRegistration, draw: RegistrationDraw, language: Language): [string, string][] {
  const t = registrationLetterTexts.for(language);
  return [
    ...placeOf(own, language),
    [t('wishes'), preferenceWords(own.wishes, language)],
    [t('closes'), momentWords(draw.closesAt, draw, language)],
    [t('number'), String(own.number)],
    [t('pseudonym'), own.pseudonym],
  ];
}

function placeOf(own: OwnRegistration, language: Language): [string, string][] {
  const t = registrationLetterTexts.for(language);
  return [
    [t('service'), localText(own.serviceName, language)],
    [t('where'), own.offices.map(({ name }) => localText(name, language)).join(', ')],
    ...(own.names.length > 0 ? [[t('people'), own.names.join(', ')] as [string, string]] : []),
  ];
}

function momentWords(instant: Temporal.Instant, draw: RegistrationDraw, language: Language): string {
  return registrationLetterTexts.for(language)('when', {
    day: longDate(dayIn(instant, draw.timeZone), language),
    time: clockTime(instant, draw.timeZone),
    city: localText(draw.officeCity, language),
  });
}
