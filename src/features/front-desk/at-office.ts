import type { FastifyRequest } from 'fastify';
import { audit } from '#features/audit/index.ts';
import { type Booking, bookingByCode, readCode } from '#features/booking/index.ts';
import { mayDo, type OfficeTask, requireOfficeTask, requireViewer, type Viewer } from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';

/** Somebody at work at an office. */
export interface AtOffice {
  readonly office: Office;
  readonly viewer: Viewer;
  may(task: OfficeTask): boolean;
}

export interface OfficeParams {
  Params: { office: string; code?: string };
}

/** The office an address speaks of and who works there: 404 for no office, 403 unless a role there allows one of the tasks. */
export async function openDesk(
  deps: Deps,
  request: FastifyRequest<OfficeParams>,
  task: OfficeTask,
  ...orTasks: OfficeTask[]
): Promise<AtOffice> {
  const somebody = requireViewer(request);
  const office = await officeAt(deps.db, request.params.office);
  if (!office) throw notFound('unknown-office');
  const allowed = [task, ...orTasks].find((one) => mayDo(somebody, office.id, one)) ?? task;
  const viewer = requireOfficeTask(request, office, allowed);
  return { office, viewer, may: (wanted) => mayDo(viewer, office.id, wanted) };
}

/** The booking an address speaks of; 404 for those of other offices, as if there were none. */
export async function requireBooking(
  deps: Deps,
  request: FastifyRequest<OfficeParams>,
  at: AtOffice,
): Promise<Booking> {
  const code = readCode(request.params.code ?? '');
  const booking = await bookingByCode(deps.db, deps.secrets, code);
  if (booking?.officeId !== at.office.id) throw notFound('unknown-booking');
  return booking;
}

/** Writes down that people's data were looked at; of a list, `detail.bookings` names those on it, by number or code. */
export async function noteReading(
  deps: Deps,
  at: AtOffice,
  reading: { action: string; subject: string | null; detail?: Readonly<Record<string, unknown>> },
): Promise<void> {
  await transact(deps.db, async (tx) => {
    await audit(tx, { at: deps.clock.now(), accountId: at.viewer.accountId, officeId: at.office.id, ...reading });
    return { ok: true };
  });
}

export function deskPath(office: Pick<Office, 'code'>, page: string): string {
  return `/office/${office.code}/${page}`;
}

export function bookingPath(office: Pick<Office, 'code'>, code: string): string {
  return deskPath(office, `bookings/${code}`);
}
