/** The office's addresses of a draw. */
export const deskPaths = {
  draw: (office: string, code: string) => `/office/${office}/releases/${code}/draw`,
  enter: (office: string, code: string) => `/office/${office}/releases/${code}/draw/enter`,
  ticket: (office: string, code: string, number: number) => `/office/${office}/releases/${code}/draw/tickets/${number}`,
};
