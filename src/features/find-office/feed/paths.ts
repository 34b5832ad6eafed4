/** The addresses of a service's feeds. */
export function feedPath(office: string, service: string, language: string): string {
  return `/feeds/${office}/${service}.xml?in=${language}`;
}

export function jsonFeedPath(office: string, service: string): string {
  return `/api/v1/feed?office=${office}&service=${service}`;
}
