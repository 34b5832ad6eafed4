import type { Office } from '#features/offices/index.ts';
import { deskPath } from '../../at-office.ts';

export type MassPage = 'cancel' | 'message';

/** The addresses of what is done to many bookings at once. */
export const massPaths = {
  list: (office: Pick<Office, 'code'>) => deskPath(office, 'mass'),
  select: (office: Pick<Office, 'code'>) => deskPath(office, 'mass/new'),
  move: (office: Pick<Office, 'code'>) => deskPath(office, 'mass/move'),
  page: (office: Pick<Office, 'code'>, page: MassPage) => deskPath(office, `mass/${page}`),
  result: (office: Pick<Office, 'code'>, id: string) => deskPath(office, `mass/${id}`),
};

export function withFields(path: string, fields: readonly (readonly [string, string])[]): string {
  return `${path}?${new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString()}`;
}
