import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import type { Language } from '#platform/language.ts';
import type { RoomNow } from '../../turns/rooms.ts';
import { isBeforeJoining } from '../join/room-facts.view.tsx';
import type { OwnTicket } from '../own-ticket.query.ts';
import { registrationPath } from '../paths.ts';
import type { PlaceWaitedFor } from '../place-waited-for.ts';
import { When } from '../when.view.tsx';
import { written } from '../written.ts';
import { registrationNoticeTexts } from './registration-notice.text.ts';

/** On the pages of a service: seats that go to those who register; nothing once they can register no more. */
export function RegistrationNotice(props: {
  language: Language;
  room: RoomNow;
  at: PlaceWaitedFor;
  own: OwnTicket | undefined;
  now: Temporal.Instant;
}) {
  const { language, room, at, own, now } = props;
  const t = registrationNoticeTexts.for(language);
  if (own)
    return (
      <Alert language={language} tone="info" title={t('own')}>
        <ButtonLink href={registrationPath(room, own.standing.number)}>{t('see')}</ButtonLink>
      </Alert>
    );
  if (Temporal.Instant.compare(room.closesAt, now) <= 0) return null;
  const isEarly = isBeforeJoining(room, now);
  return (
    <Alert language={language} tone="info" title={t(isEarly ? 'planned' : 'title')}>
      <p>
        {t(isEarly ? 'from' : 'until')}{' '}
        <When {...{ language, now, office: at.office, instant: isEarly ? room.joinsAt : room.closesAt }} />.{' '}
        {t('about')}
        {!isEarly && room.people > 0 && (
          <> {t('people', { count: room.people, written: written(room.people, language) })}</>
        )}
      </p>
      <ButtonLink href={registrationPath(room)} kind={isEarly ? 'secondary' : 'primary'}>
        {t(isEarly ? 'how' : 'register')}
      </ButtonLink>
    </Alert>
  );
}
