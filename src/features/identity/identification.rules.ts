/** Documents an operator may have seen. */
export const documentsSeen = [
  'passport',
  'identity-card',
  'driving-licence',
  'residence-permit',
  'other-document',
] as const;

export type DocumentSeen = (typeof documentsSeen)[number];

/** How somebody has shown who they are; identity providers count like a document seen. */
export type IdentifiedHow = DocumentSeen | 'spid' | 'cie' | 'eidas';
