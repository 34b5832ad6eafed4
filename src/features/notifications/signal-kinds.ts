/** A warning or a request to be identified, after somebody looked at a signal, and the decision about the answer. */
export const signalKinds = ['signal-notice', 'signal-answered'] as const;
export type SignalKind = (typeof signalKinds)[number];
