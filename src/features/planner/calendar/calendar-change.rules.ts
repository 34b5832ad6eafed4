import type { LocalText } from '#platform/language.ts';
import type { Plan } from '../plan.query.ts';
import type { ClosedTime, ExtraOpening } from '../rules.ts';

export interface NewClosure extends ClosedTime {
  readonly reason: LocalText;
  /** null: the whole office */
  readonly plannerId: number | null;
  /** it comes back every year on these days */
  readonly yearly: boolean;
}

export interface NewExtraOpening extends ExtraOpening {
  readonly reason: LocalText;
  readonly plannerId: number;
}

/** What an office may change in its calendar beside its opening rules. */
export type CalendarChange =
  | { readonly kind: 'close'; readonly closures: readonly NewClosure[] }
  | { readonly kind: 'open'; readonly opening: NewExtraOpening }
  /** takes a closure or an extra opening back */
  | { readonly kind: 'remove'; readonly entryId: number };

/** A planner's plan as it is once the change is made; the same object when the change is none of its business. */
export function planAfter(plan: Plan, change: CalendarChange): Plan {
  switch (change.kind) {
    case 'close': {
      const mine = change.closures.filter(({ plannerId }) => plannerId === null || plannerId === plan.plannerId);
      if (mine.length === 0) return plan;
      const added = mine.flatMap(occurrences).map((closure) => ({ ...closure, id: 0 }));
      return { ...plan, closures: [...plan.closures, ...added] };
    }
    case 'open':
      if (change.opening.plannerId !== plan.plannerId) return plan;
      return { ...plan, extras: [...plan.extras, { ...change.opening, id: 0 }] };
    case 'remove': {
      const isOther = ({ id }: { readonly id: number }) => id !== change.entryId;
      const [closures, extras] = [plan.closures.filter(isOther), plan.extras.filter(isOther)];
      const isTouched = closures.length < plan.closures.length || extras.length < plan.extras.length;
      return isTouched ? { ...plan, closures, extras } : plan;
    }
  }
}

/** The times a new closure comes within any horizon: those of later years are made by `closure_occurrence`. */
function occurrences(closure: NewClosure): ClosedTime[] {
  const shift = (day: string, years: number) => Temporal.PlainDate.from(day).add({ years }).toString();
  const { starts, ends } = closure;
  return (closure.yearly ? [0, 1, 2] : [0]).map((years) => {
    return { firstDay: shift(closure.firstDay, years), lastDay: shift(closure.lastDay, years), starts, ends };
  });
}
