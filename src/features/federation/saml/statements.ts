import { type AttributeSet, type Level, levelOf, type SamlProfile } from './profile.ts';
import { attribute, childrenOf, onlyChild, textOf } from './xml.ts';

/** What somebody was asked for is not proved by the answer. */
export type StatementFault = 'authn-statement' | 'level' | 'attributes';

/** How surely the person was recognised; at least as asked, or just as asked, by the profile. */
export function provedLevel(
  assertion: Element,
  { profile, asked }: { profile: SamlProfile; asked: Level },
): { ok: true; level: Level } | { ok: false; fault: StatementFault } {
  const statement = onlyChild(assertion, 'assertion', 'AuthnStatement');
  const context = onlyChild(statement, 'assertion', 'AuthnContext');
  const level = levelOf(profile, textOf(onlyChild(context, 'assertion', 'AuthnContextClassRef')));
  if (level === undefined) return { ok: false, fault: 'authn-statement' };
  const enough = profile.comparison === 'exact' ? level === asked : level >= asked;
  return enough ? { ok: true, level } : { ok: false, fault: 'level' };
}

/** The attributes by name; undefined when one that is required is missing, empty or there more than once. */
export function provedAttributes(assertion: Element, set: AttributeSet): ReadonlyMap<string, string> | undefined {
  const statement = onlyChild(assertion, 'assertion', 'AttributeStatement');
  const values = new Map<string, string>();
  for (const one of childrenOf(statement, 'assertion', 'Attribute')) {
    const name = attribute(one, 'Name');
    if (name === undefined || values.has(name)) return undefined;
    const value = textOf(onlyChild(one, 'assertion', 'AttributeValue'));
    if (value !== undefined) values.set(name, value);
  }
  return set.required.every((name) => values.has(name)) ? values : undefined;
}
