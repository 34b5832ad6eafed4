/** The addresses of an office's planner pages. */
export const plannerPaths = {
  list: (office: string) => `/office/${office}/planners`,
  create: (office: string) => `/office/${office}/planners/new`,
  openDay: (office: string) => `/office/${office}/planners/open-day`,
  planner: (office: string, planner: number) => `/office/${office}/planners/${planner}`,
  settings: (office: string, planner: number) => `/office/${office}/planners/${planner}/settings`,
  quotas: (office: string, planner: number) => `/office/${office}/planners/${planner}/quotas`,
  rules: (office: string, planner: number) => `/office/${office}/planners/${planner}/rules`,
  newRule: (office: string, planner: number) => `/office/${office}/planners/${planner}/rules/new`,
  rule: (office: string, planner: number, rule: number) => `/office/${office}/planners/${planner}/rules/${rule}`,
  moveRule: (office: string, planner: number, rule: number) =>
    `/office/${office}/planners/${planner}/rules/${rule}/move`,
  removeRule: (office: string, planner: number, rule: number) =>
    `/office/${office}/planners/${planner}/rules/${rule}/remove`,
  step: (office: string, planner: number, direction: 'undo' | 'redo') =>
    `/office/${office}/planners/${planner}/${direction}`,
  versions: (office: string, planner: number) => `/office/${office}/planners/${planner}/versions`,
  restore: (office: string, planner: number, version: number) =>
    `/office/${office}/planners/${planner}/versions/${version}/restore`,
  copyDay: (office: string, planner: number) => `/office/${office}/planners/${planner}/copy-day`,
  preset: (office: string, planner: number) => `/office/${office}/planners/${planner}/preset`,
  copyPlanner: (office: string, planner: number) => `/office/${office}/planners/${planner}/copy`,
  publish: (office: string, planner: number) => `/office/${office}/planners/${planner}/publish`,
  unpublish: (office: string, planner: number) => `/office/${office}/planners/${planner}/unpublish`,
  releases: (office: string, planner: number) => `/office/${office}/planners/${planner}/releases`,
  releaseRule: (office: string, planner: number) => `/office/${office}/planners/${planner}/releases/rule`,
  newRelease: (office: string, planner: number) => `/office/${office}/planners/${planner}/releases/new`,
  cancelRelease: (office: string, planner: number, release: string) =>
    `/office/${office}/planners/${planner}/releases/${release}/cancel`,
  /** above planners: how many people came, and in which order they were served */
  allReleases: (office: string) => `/office/${office}/releases`,
  oneRelease: (office: string, code: string) => `/office/${office}/releases/${code}`,
  roomRule: (office: string, planner: number) => `/office/${office}/planners/${planner}/room-rule`,
  simulator: (office: string, planner: number) => `/office/${office}/planners/${planner}/simulator`,
  closures: (office: string) => `/office/${office}/closures`,
  newClosure: (office: string) => `/office/${office}/closures/new`,
  newExtraOpening: (office: string) => `/office/${office}/closures/extra`,
  holidays: (office: string) => `/office/${office}/closures/holidays`,
  calendarDay: (office: string, day: string) => `/office/${office}/closures/days/${day}`,
  changePreview: (office: string) => `/office/${office}/closures/preview`,
  removeEntry: (office: string, entry: number) => `/office/${office}/closures/preview?kind=remove&entry=${entry}`,
};
