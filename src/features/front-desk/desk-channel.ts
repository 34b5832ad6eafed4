import type { Channel } from '#features/booking/index.ts';
import type { Desk } from './desk.ts';

/** The ways in which people reach a desk. */
export const deskChannels = ['desk', 'phone', 'partner-desk'] as const satisfies readonly Channel[];

/** Helpers book at a desk of their own; the office's channels, which may be exempt from confirming, are the office's. */
export function mayUseChannel(desk: Pick<Desk, 'may'>, channel: Channel): boolean {
  return channel === 'partner-desk' || desk.may('see-booking');
}

export function usualChannel(desk: Pick<Desk, 'may'>): Channel & (typeof deskChannels)[number] {
  return desk.may('see-booking') ? 'desk' : 'partner-desk';
}
