/** The addresses of releases, for the office and for everybody. A release goes by its code. */
export const fairnessPaths = {
  list: (office: string) => `/office/${office}/releases`,
  release: (office: string, code: string) => `/office/${office}/releases/${code}`,
  file: (office: string, code: string) => `/office/${office}/releases/${code}/fairness.csv`,
  publish: (office: string, code: string) => `/office/${office}/releases/${code}/publish`,
  takeBack: (office: string, code: string) => `/office/${office}/releases/${code}/take-back`,
  simulator: (office: string, planner: number) => `/office/${office}/planners/${planner}/simulator`,
  public: (code: string) => `/fairness/${code}`,
  publicFile: (code: string) => `/fairness/${code}/figures.csv`,
  api: (code: string) => `/api/v1/releases/${code}/fairness`,
  /** of the waiting room: how the planner's releases are */
  roomRule: (office: string, planner: number) => `/office/${office}/planners/${planner}/room-rule`,
  draw: (code: string) => `/draws/${code}`,
};
