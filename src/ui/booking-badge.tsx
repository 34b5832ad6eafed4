import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { Badge } from './badge.tsx';
import type { IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

export const bookingBadgeTexts = defineTexts('ui/booking-badge', {
  it: {
    'awaiting-clearance': 'In attesa del nulla osta',
    'awaiting-office': 'In attesa della sede',
    booked: 'Prenotato',
    confirmed: 'Confermato',
    'checked-in': 'Arrivato',
    served: 'Servito',
    'no-show': 'Assente',
    cancelled: 'Annullato',
  },
  en: {
    'awaiting-clearance': 'Waiting for clearance',
    'awaiting-office': 'Waiting for the office',
    booked: 'Booked',
    confirmed: 'Confirmed',
    'checked-in': 'Arrived',
    served: 'Served',
    'no-show': 'Absent',
    cancelled: 'Cancelled',
  },
});

export type BookingStatus = keyof typeof looks;

const looks = {
  'awaiting-clearance': { tone: 'warning', icon: 'clock' },
  'awaiting-office': { tone: 'warning', icon: 'clock' },
  booked: { tone: 'info', icon: 'calendar' },
  confirmed: { tone: 'success', icon: 'check-circle' },
  'checked-in': { tone: 'success', icon: 'map-marker' },
  served: { tone: 'neutral', icon: 'check' },
  'no-show': { tone: 'danger', icon: 'less-circle' },
  cancelled: { tone: 'danger', icon: 'close-circle' },
} as const satisfies Record<string, { tone: Tone; icon: IconName }>;

/** The state of a booking or an appointment. */
export function BookingBadge({ language, status }: { language: Language; status: BookingStatus }) {
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {bookingBadgeTexts.for(language)(status)}
    </Badge>
  );
}
