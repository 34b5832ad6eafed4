import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import type { FormState } from '#ui/fields/form.tsx';
import type { AtOffice } from '../at-office.ts';
import { undoSteps } from '../editing/edits.query.ts';
import { plannerOutlook } from '../slots/outlook.query.ts';
import { findPlan } from '../plan.query.ts';
import { editedRules, listPlanners, type Planner } from '../planner.query.ts';
import { ruleDifferences } from '../editing/rule-differences.rules.ts';
import { weekGrid } from '../editing/week-grid.rules.ts';
import { mondayOf, weekPreview } from '../slots/week-preview.rules.ts';
import type { PlannerNews } from './planner-news.ts';
import { PlannerView } from './planner.view.tsx';
import { weekAsked, weekName } from './week/week-asked.ts';

/** The page of a planner, in the week that was asked for. */
export async function showPlanner(
  reply: FastifyReply,
  deps: Deps,
  shown: {
    at: AtOffice;
    planner: Planner;
    week: string;
    news?: PlannerNews | undefined;
    presetForm?: FormState | undefined;
  },
): Promise<FastifyReply> {
  const { at, planner, news, presetForm } = shown;
  const [plan, rules, steps] = await Promise.all([
    findPlan(deps.db, planner.id),
    editedRules(deps.db, planner.id),
    undoSteps(deps.db, planner.id),
  ]);
  if (plan === undefined) throw notFound();
  const monday = weekAsked(shown.week, at.today, plan.rules);
  const { closures, extras, publishedRules } = plan;
  const grid = weekGrid({ rules, closures, extras, monday, today: at.today });
  const week = monday ?? mondayOf(at.today);
  const draft = weekPreview({ ...plan, monday: week }).totals;
  const published = weekPreview({ ...plan, rules: publishedRules ?? [], monday: week }).totals;
  const regular = grid.days.flatMap((day) => day.openings).reduce((sum, opening) => sum + opening.seats, 0);
  const [outlook, planners] = await Promise.all([
    plannerOutlook(deps.db, { plan, noticeMinutes: planner.noticeMinutes, now: at.now }),
    rules.length === 0 ? listPlanners(deps.db, at.office.id) : [],
  ]);
  return page(
    reply,
    <PlannerView
      context={reply.pageContext()}
      at={at}
      planner={planner}
      week={weekName(monday)}
      rules={rules}
      grid={grid}
      monday={monday}
      seatsByDay={draft}
      seats={{
        draft: monday === null ? regular : sum(draft),
        published: planner.published && monday !== null ? sum(published) : null,
      }}
      outlook={outlook}
      differences={ruleDifferences(publishedRules ?? [], plan.rules)}
      steps={steps}
      others={planners.filter((other) => other.id !== planner.id && other.ruleCount > 0)}
      news={news}
      presetForm={presetForm}
    />,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
