/** The addresses of an office's planner pages. */
export const plannerPaths = {
  list: (office: string) => `/office/${office}/planners`,
  create: (office: string) => `/office/${office}/planners/new`,
  planner: (office: string, planner: number) => `/office/${office}/planners/${planner}`,
  settings: (office: string, planner: number) => `/office/${office}/planners/${planner}/settings`,
  newRule: (office: string, planner: number) => `/office/${office}/planners/${planner}/rules/new`,
  rule: (office: string, planner: number, rule: number) => `/office/${office}/planners/${planner}/rules/${rule}`,
  publish: (office: string, planner: number) => `/office/${office}/planners/${planner}/publish`,
  unpublish: (office: string, planner: number) => `/office/${office}/planners/${planner}/unpublish`,
  closures: (office: string) => `/office/${office}/closures`,
  newClosure: (office: string) => `/office/${office}/closures/new`,
  addHoliday: (office: string) => `/office/${office}/closures/holiday`,
  removeClosure: (office: string, closure: number) => `/office/${office}/closures/${closure}/remove`,
};
