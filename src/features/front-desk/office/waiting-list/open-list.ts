import type { FastifyRequest } from 'fastify';
import { listsOfOffice, type OfficeList } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { FormValues } from '#platform/http/form.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { type AtOffice, deskPath, openDesk } from '../../at-office.ts';

export interface ListParams {
  Params: { office: string; service: string; entry: string };
}

export interface AtList {
  readonly at: AtOffice;
  readonly list: OfficeList;
  readonly path: string;
}

export interface Sent {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

/** The list an address speaks of, for whoever may do this at its office; 404 where there is none. */
export async function openList(
  deps: Deps,
  request: FastifyRequest<ListParams>,
  task: 'see-booking' | 'take-in-charge',
): Promise<AtList> {
  const at = await openDesk(deps, request, task);
  const lists = await listsOfOffice(deps.db, { officeId: at.office.id, now: deps.clock.now() });
  const list = lists.find(({ serviceCode }) => serviceCode === request.params.service);
  if (!list) throw notFound();
  return { at, list, path: deskPath(at.office, `waiting-list/${list.serviceCode}`) };
}
