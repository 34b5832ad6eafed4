import type { Channel } from '#features/booking/index.ts';
import type { AtOffice } from './at-office.ts';

/** The ways in which people reach a desk. */
export const deskChannels = ['desk', 'phone', 'partner-desk'] as const satisfies readonly Channel[];

/** Helpers book at a desk of their own; the office's channels, which may be exempt from confirming, are the office's. */
export function mayUseChannel(at: Pick<AtOffice, 'may'>, channel: Channel): boolean {
  return channel === 'partner-desk' || at.may('see-booking');
}

export function usualChannel(at: Pick<AtOffice, 'may'>): Channel & (typeof deskChannels)[number] {
  return at.may('see-booking') ? 'desk' : 'partner-desk';
}
