import { randomBytes } from 'node:crypto';
import { makeCode, readCode, type StandingBooking } from '#features/booking/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { textIn } from '../field.ts';
import type { Group } from '../import-run.ts';
import { officeCode } from '../places.ts';

const ours = /^[2-9A-HJKMNP-TV-Z]{8}$/;

/** The codes of an appointment: one that can be ours, and the one it had elsewhere. */
export interface TypedCodes {
  readonly own: string | null;
  readonly external: string | null;
}

/** A row without any code has one made of what it says, the same each time. */
export function codesOf(group: Group, secrets: Secrets): TypedCodes {
  const { values } = group[0];
  const typed = typeof values['code'] === 'string' ? values['code'].trim() : '';
  const external = typeof values['external_code'] === 'string' ? values['external_code'].trim() : null;
  const code = readCode(typed);
  if (ours.test(code) && /^[0-9a-z]{4}[\s-]?[0-9a-z]{4}$/i.test(typed)) return { own: code, external };
  if (external !== null || typed !== '') return { own: null, external: external ?? typed };
  const said = group.flatMap(({ values: one }) => [
    officeCode(one),
    ...['service', 'starts_at', 'date', 'time', 'given_name', 'family_name', 'codice_fiscale', 'birth_date'].map(
      (name) => textIn(one, name) ?? '',
    ),
  ]);
  return {
    own: null,
    external: `R-${secrets.hash('person', said.join('\n')).toString('hex').slice(0, 12).toUpperCase()}`,
  };
}

/** The booking that an appointment has become before, at its office. */
export function standingOf(
  codes: TypedCodes,
  officeId: number,
  standing: readonly StandingBooking[],
): StandingBooking | undefined {
  const here = standing.filter((booking) => booking.officeId === officeId);
  return (
    here.find(({ code }) => code === codes.own) ??
    here.find(
      ({ externalCode }) => externalCode !== null && (externalCode === codes.external || externalCode === codes.own),
    )
  );
}

/** The code of a new booking, and the one it is also found by: a code of ours that another office has stays its own. */
export function newCodes(codes: TypedCodes, taken: (code: string) => boolean): TypedCodes & { own: string } {
  if (codes.own !== null && !taken(codes.own)) return { own: codes.own, external: codes.external };
  return { own: makeCode(randomBytes(32)), external: codes.external ?? codes.own };
}
