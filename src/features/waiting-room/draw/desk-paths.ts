/** The office's addresses of a draw. */
export const deskPaths = {
  draw: (office: string, code: string) => `/office/${office}/releases/${code}/draw`,
  enter: (office: string, code: string) => `/office/${office}/releases/${code}/draw/enter`,
  ticket: (office: string, code: string, number: number) => `/office/${office}/releases/${code}/draw/tickets/${number}`,
  /** of those who registered, where seats are given to them (booking) */
  registrations: (office: string, code: string) => `/office/${office}/releases/${code}/registrations`,
};
