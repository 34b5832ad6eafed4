import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Deps } from '#platform/deps.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { Rooms } from '../../turns/rooms.ts';
import { type OwnTicket, ticketsOf } from '../own-ticket.query.ts';
import { registrationPath, ticketPath } from '../paths.ts';
import { knownPlaces, type PlaceWaitedFor } from '../place-waited-for.ts';
import { HourAt } from '../when.view.tsx';
import { written } from '../written.ts';
import { elsewhereTexts } from './elsewhere.text.ts';

/** The places of whoever is logged in, for the page of their appointments; undefined where they wait for nothing. */
export function ownTickets(
  deps: Deps,
  rooms: Rooms,
): (request: FastifyRequest) => Promise<ComponentChildren | undefined> {
  const known = knownPlaces(deps);
  return async ({ viewer, language }) => {
    if (!viewer) return undefined;
    const all = await ticketsOf(deps, rooms, { accountId: viewer.accountId, now: deps.clock.now() });
    const told = all.filter(({ standing: { outcome } }) => outcome !== 'booked' && outcome !== 'left');
    const placed = await Promise.all(
      told.map(async (own) => ({ own, at: await known.placeOf(own.standing.offeringId) })),
    );
    const shown = placed.flatMap(({ own, at }) => (at ? [{ own, at }] : []));
    if (shown.length === 0) return undefined;
    return (
      <section aria-labelledby="waiting-rooms">
        <h2 id="waiting-rooms">{elsewhereTexts.for(language)('listTitle')}</h2>
        {shown.map((one) => (
          <TicketCard key={one.own.ticket} language={language} {...one} />
        ))}
      </section>
    );
  };
}

function TicketCard({ language, own, at }: { language: Language; own: OwnTicket; at: PlaceWaitedFor }) {
  const t = elsewhereTexts.for(language);
  const { room, number, state, outcome, position, admittedUntil } = own.standing;
  const path = room.ordering === 'registration-draw' ? registrationPath(room, number) : ticketPath(own.ticket);
  const isTurn = state === 'admitted';
  const badge = isTurn ? t('stateTurn') : state === 'waiting' ? t('stateWaiting') : endWords();
  return (
    <Card level={3} title={localText(at.offering.serviceName, language)} highlighted={isTurn}>
      <p>
        <Badge tone={isTurn ? 'success' : state === 'waiting' ? 'info' : 'neutral'}>{badge}</Badge>
        <br />
        {localText(at.office.name, language)}
      </p>
      {isTurn && admittedUntil && (
        <p>
          {t('turnUntil')} <HourAt language={language} office={at.office} instant={admittedUntil} />.
        </p>
      )}
      {state === 'waiting' && (
        <p>
          {position === null ? (
            t('stateBefore')
          ) : (
            <>
              {t('place')}: <strong translate={false}>{written(position, language)}</strong>
            </>
          )}
        </p>
      )}
      <ButtonLink href={isTurn ? `${path}/choose` : path} kind={isTurn ? 'primary' : 'secondary'}>
        {isTurn ? t('choose') : t('see')}
      </ButtonLink>
    </Card>
  );

  function endWords(): string {
    return outcome !== null && elsewhereTexts.has(outcome) ? t(outcome) : '';
  }
}
