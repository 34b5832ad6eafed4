/** The addresses of the pages for whoever looks at signals. */
export const signalPaths = {
  list: (office: string | null) => (office === null ? '/network/signals' : `/office/${office}/signals`),
  one: (office: string | null, signal: number) => `${signalPaths.list(office)}/${signal}`,
  answer: (office: string | null, notice: number) => `${signalPaths.list(office)}/answers/${notice}`,
  proof: '/network/signals/proof',
};

/** The person's own pages. */
export const noticePaths = {
  list: '/notices',
  one: (id: number) => `/notices/${id}`,
};
