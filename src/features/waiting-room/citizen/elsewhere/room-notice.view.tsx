import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import type { Language } from '#platform/language.ts';
import type { RoomNow } from '../../turns/rooms.ts';
import { isBeforeDraw, isBeforeJoining } from '../join/room-facts.view.tsx';
import type { OwnTicket } from '../own-ticket.query.ts';
import { type Chosen, joinPath, ticketPath } from '../paths.ts';
import type { PlaceWaitedFor } from '../place-waited-for.ts';
import { HourAt, When } from '../when.view.tsx';
import { written } from '../written.ts';
import { elsewhereTexts } from './elsewhere.text.ts';

interface NoticeProps {
  readonly language: Language;
  readonly room: RoomNow;
  readonly at: PlaceWaitedFor;
  readonly chosen: Chosen;
  readonly own: OwnTicket | undefined;
  readonly now: Temporal.Instant;
}

/** On the pages of a service: that a waiting room stands before its seats, or will, and how to join. */
export function RoomNotice(props: NoticeProps) {
  const { language, room, at, chosen, own, now } = props;
  if (own) return <OwnPlace {...props} own={own} />;
  const { office, offering } = at;
  const t = elsewhereTexts.for(language);
  const href = joinPath({ officeCode: office.code, serviceCode: offering.serviceCode }, chosen);
  const when = (instant: Temporal.Instant) => <When {...{ language, office, instant, now }} />;
  const isEarly = isBeforeJoining(room, now);
  const isFair = isBeforeDraw(room, now);
  const isOpen = Temporal.Instant.compare(now, room.opensAt) >= 0;
  return (
    <Alert language={language} tone="info" title={isEarly ? t('planned') : isOpen ? t('queue') : t('joining')}>
      <p>
        {!isOpen && (
          <>
            {t('opens')} {when(room.opensAt)}.{' '}
          </>
        )}
        {isEarly && (
          <>
            {t('joins')} {when(room.joinsAt)}.{' '}
          </>
        )}
        {isFair ? t('fair') : t('queueAbout')}
        {!isEarly && room.people > 0 && (
          <> {t('people', { count: room.people, written: written(room.people, language) })}</>
        )}
      </p>
      <ButtonLink href={href} kind={isEarly ? 'secondary' : 'primary'}>
        {isEarly ? t('how') : t('join')}
      </ButtonLink>
    </Alert>
  );
}

/** The same for somebody who waits already, or whose turn it is. */
function OwnPlace({ language, at, own, chosen }: NoticeProps & { own: OwnTicket }) {
  const t = elsewhereTexts.for(language);
  const { position, state, admittedUntil } = own.standing;
  if (state === 'admitted' && admittedUntil)
    return (
      <Alert language={language} tone="success" title={t('turn')}>
        <p>
          {t('turnUntil')} <HourAt language={language} office={at.office} instant={admittedUntil} />. {t('turnAbout')}
        </p>
      </Alert>
    );
  return (
    <Alert language={language} tone="info" title={t('own')}>
      <p>{position === null ? t('ownBefore') : t('ownPlace', { place: written(position, language) })}</p>
      <ButtonLink href={ticketPath(own.ticket, chosen)}>{t('see')}</ButtonLink>
    </Alert>
  );
}
