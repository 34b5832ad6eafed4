/** The id of a field in the page: `people.0.name` → `people-0-name`. */
export function fieldId(name: string): string {
  return name.replace(/[^\w-]+/g, '-');
}
