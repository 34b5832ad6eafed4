import type { DayAppointment } from '../../calendar/day-appointments.query.ts';
import type { DayOffers } from '../../day-offers.query.ts';
import type { CalendarDay } from '../../calendar/office-calendar.query.ts';
import type { PlannerPageProps } from '../planner-page.ts';

export interface CalendarDayProps extends PlannerPageProps {
  readonly day: CalendarDay;
  readonly appointments: readonly DayAppointment[];
  readonly offers: DayOffers;
  /** appointments to which another seat would be offered now */
  readonly toOffer: number;
  readonly page: number;
  /** appointments for which another seat has just been asked */
  readonly offered: number;
}
