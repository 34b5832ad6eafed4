/** The id of a field in the page: `people.0.name` → `people-0-name`. */
export function fieldId(name: string): string {
  return name.replace(/[^\w-]+/g, '-');
}

/** The same in a form that stands beside another with fields of the same names. */
export function fieldIdIn({ scope }: { readonly scope?: string | undefined }, name: string): string {
  return fieldId(scope === undefined ? name : `${scope}.${name}`);
}
