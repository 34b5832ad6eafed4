import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { OpenDataRow } from './open-data/open-data-row.ts';

type Day = ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>;

declare module '#platform/database.ts' {
  interface Tables {
    report_place: ReportPlaceTable;
    report_day: ReportDayTable;
    report_hour: ReportHourTable;
    report_seats: ReportSeatsTable;
    report_sample: ReportSampleTable;
    report_spread: ReportSpreadTable;
    report_month: ReportMonthTable;
    report_progress: ReportProgressTable;
    report_changed_day: { day: Day };
    report_subscription: ReportSubscriptionTable;
    report_open_data: ReportOpenDataTable;
  }
}

interface ReportPlaceTable {
  id: GeneratedAlways<number>;
  office_id: number | null;
  kind: 'consular' | 'municipal' | null;
  /** a province, or a country; '' is all of the kind */
  area: string | null;
}

interface ReportDayTable {
  place_id: number;
  day: Day;
  service_code: string;
  channel: string;
  made: Generated<number>;
  appointments: Generated<number>;
  people: Generated<number>;
  confirmed: Generated<number>;
  cancelled_citizen: Generated<number>;
  cancelled_office: Generated<number>;
  cancelled_unconfirmed: Generated<number>;
  cancelled_clearance: Generated<number>;
  served: Generated<number>;
  absent: Generated<number>;
}

interface ReportHourTable {
  place_id: number;
  day: Day;
  hour: number;
  service_code: string;
  appointments: number;
  served: number;
  absent: number;
}

interface ReportSeatsTable {
  place_id: number;
  day: Day;
  hour: number;
  services: string[];
  offered: number;
  taken: number;
}

interface ReportSampleTable {
  place_id: number;
  day: Day;
  hour: number;
  service_code: string;
  samples: number;
  days: number;
  without: number;
}

interface ReportSpreadTable {
  place_id: number;
  day: Day;
  figure: string;
  service_code: string;
  amounts: number[];
  counts: number[];
}

interface ReportMonthTable {
  month: Day;
  place_id: number;
  /** '' is all services together */
  service_code: string;
  appointments: number;
  served: number;
  absent: number;
  cancelled: number;
  offered: number;
  taken: number;
  samples: number;
  days: number;
  without: number;
}

interface ReportProgressTable {
  id: Generated<number>;
  event_id: string;
  event_id_before: string;
  counted_at: Temporal.Instant;
  added_up_at: Temporal.Instant | null;
}

interface ReportSubscriptionTable {
  office_id: number;
  account_id: number;
  subscribed: boolean;
  changed_at: Temporal.Instant;
}

interface ReportOpenDataTable {
  month: Day;
  rows: ColumnType<readonly OpenDataRow[], string, string>;
  made_at: Temporal.Instant;
}
