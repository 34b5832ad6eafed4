/** The pages of what other offices ask of one: its inbox, and one request. */
export function askedPath(office: { readonly code: string }, id?: string): string {
  return `/office/${office.code}/clearance-requests${id === undefined ? '' : `/${id}`}`;
}
