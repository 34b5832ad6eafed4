/** The addresses of an office's pages about accounts. */
export const casePaths = {
  list: (office: string) => `/office/${office}/accounts`,
  account: (office: string, account: number) => `/office/${office}/accounts/${account}`,
  block: (office: string, account: number) => `/office/${office}/accounts/${account}/block`,
  excuse: (office: string, account: number) => `/office/${office}/accounts/${account}/excuse`,
  merge: (office: string, one: number, other: number) => `/office/${office}/accounts/${one}/merge/${other}`,
  oneBlock: (office: string, block: number) => `/office/${office}/accounts/blocks/${block}`,
  pause: (office: string, appeal: number) => `/office/${office}/accounts/pauses/${appeal}`,
  change: (office: string, change: number) => `/office/${office}/accounts/changes/${change}`,
  noShowRule: (office: string) => `/office/${office}/no-show-rule`,
};

/** The addresses of the citizen's pages. */
export const ownPaths = {
  restrictions: '/restrictions',
  block: (id: number) => `/restrictions/blocks/${id}`,
  pause: (bookingId: string) => `/restrictions/pauses/${bookingId}`,
  correction: '/profile/correction',
};
