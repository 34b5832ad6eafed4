export const fileKinds = ['application/pdf', 'image/jpeg', 'image/png'] as const;
/** The kinds of file taken, by their media types. */
export type FileKind = (typeof fileKinds)[number];
