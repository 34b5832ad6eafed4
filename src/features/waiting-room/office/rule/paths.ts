/** The addresses of a planner's room rule. */
export const roomRulePaths = {
  rule: (office: string, planner: number) => `/office/${office}/planners/${planner}/room-rule`,
  undo: (office: string, planner: number) => `/office/${office}/planners/${planner}/room-rule/undo`,
};
