/** The rules of a service in the order of its page, each part a form of its own. */
export const serviceParts = [
  'texts',
  'documents',
  'visit',
  'who',
  'people',
  'when',
  'confirmation',
  'checks',
  'completion',
] as const;
export type ServicePart = (typeof serviceParts)[number];

export function readServicePart(typed: string): ServicePart | undefined {
  return serviceParts.find((part) => part === typed);
}
