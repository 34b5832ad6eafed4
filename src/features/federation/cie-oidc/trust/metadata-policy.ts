/** What superiors ask of one parameter of an entity's metadata (OpenID Federation 1.0, 6.1). */
export type ParameterPolicy = Readonly<Record<string, unknown>>;
export type MetadataPolicy = Readonly<Record<string, ParameterPolicy>>;
export type Metadata = Readonly<Record<string, unknown>>;

/** Thrown with the parameter and what is wrong with it. */
export class PolicyFault extends Error {}

const operators = ['value', 'add', 'default', 'one_of', 'subset_of', 'superset_of', 'essential'] as const;
type Operator = (typeof operators)[number];

/**
 * The policies of a trust chain as one, from the anchor down. A superior's policy is never loosened by one below it.
 * @throws PolicyFault where two of them contradict each other
 */
export function mergePolicies(policies: readonly MetadataPolicy[]): MetadataPolicy {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const policy of policies) {
    for (const [name, rules] of Object.entries(policy)) {
      const before = (merged[name] ??= {});
      for (const operator of operators.filter((one) => one in rules)) {
        before[operator] =
          operator in before ? both(name, operator, before[operator], rules[operator]) : rules[operator];
      }
    }
  }
  return merged;
}

/** Operators that must be understood and are not ours. */
export function unknownOperators(critical: readonly string[]): string[] {
  return critical.filter((operator) => !(operators as readonly string[]).includes(operator));
}

/**
 * The metadata as they hold under a policy.
 * @throws PolicyFault where they break it
 */
export function applyPolicy(metadata: Metadata, policy: MetadataPolicy): Metadata {
  const result: Record<string, unknown> = { ...metadata };
  for (const [name, rules] of Object.entries(policy)) {
    const value = applied(name, result[name], rules);
    if (value === undefined || value === null) delete result[name];
    else result[name] = value;
  }
  return result;
}

function both(name: string, operator: Operator, upper: unknown, lower: unknown): unknown {
  switch (operator) {
    case 'value':
    case 'default':
      if (!same(upper, lower)) throw new PolicyFault(`${name}: two superiors disagree on its ${operator}`);
      return upper;
    case 'add':
    case 'superset_of':
      return union(list(upper), list(lower));
    case 'one_of': {
      const left = common(list(upper), list(lower));
      if (left.length === 0) throw new PolicyFault(`${name}: no value is left by one_of`);
      return left;
    }
    case 'subset_of':
      return common(list(upper), list(lower));
    case 'essential':
      return upper === true || lower === true;
  }
}

/** In the order of the standard: what changes the value first, what judges it afterwards. */
function applied(name: string, given: unknown, rules: ParameterPolicy): unknown {
  const has = (operator: Operator): boolean => operator in rules;
  const fail = (why: string): never => {
    throw new PolicyFault(`${name}: ${why}`);
  };
  let value = given;
  if (has('value')) value = rules['value'] ?? undefined;
  if (has('add')) value = shaped(name, union(many(name, value), list(rules['add'])));
  if (has('default') && value === undefined) value = rules['default'];
  if (value !== undefined) {
    if (has('one_of') && !list(rules['one_of']).some((one) => same(one, value))) fail('is none of those allowed');
    if (has('subset_of')) {
      const allowed = list(rules['subset_of']);
      const left = common(many(name, value), allowed);
      if (has('value') && left.length < many(name, value).length) fail('has to be what is not allowed');
      value = left.length === 0 ? undefined : shaped(name, left);
    }
    if (has('superset_of')) {
      const present = many(name, value);
      if (!list(rules['superset_of']).every((one) => present.some((other) => same(one, other)))) fail('lacks a value');
    }
  }
  if (rules['essential'] === true && value === undefined) fail('is missing');
  return value;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** `scope` is a list written as one text. */
function many(name: string, value: unknown): unknown[] {
  if (value === undefined) return [];
  return name === 'scope' && typeof value === 'string' ? value.split(' ').filter(Boolean) : list(value);
}

function shaped(name: string, values: unknown[]): unknown {
  return name === 'scope' ? values.join(' ') : values;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

function common(one: readonly unknown[], other: readonly unknown[]): unknown[] {
  return one.filter((value) => other.some((allowed) => same(value, allowed)));
}

function union(one: readonly unknown[], other: readonly unknown[]): unknown[] {
  return [...one, ...other.filter((value) => !one.some((known) => same(known, value)))];
}
