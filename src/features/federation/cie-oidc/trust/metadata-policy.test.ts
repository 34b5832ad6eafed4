import { describe, expect, it } from 'vitest';
import { applyPolicy, type MetadataPolicy, mergePolicies, PolicyFault, unknownOperators } from './metadata-policy.ts';

describe('what superiors ask of metadata', () => {
  const cases: [string, MetadataPolicy, object, object | 'refused'][] = [
    ['a value is set, whatever was said', { a: { value: 'x' } }, { a: 'y' }, { a: 'x' }],
    ['a value of null takes the parameter away', { a: { value: null } }, { a: 'y' }, {}],
    ['values are added to a list', { a: { add: ['z'] } }, { a: ['y'] }, { a: ['y', 'z'] }],
    ['a default holds only where nothing was said', { a: { default: 1 }, b: { default: 1 } }, { b: 2 }, { a: 1, b: 2 }],
    ['one of those allowed passes', { a: { one_of: ['x', 'y'] } }, { a: 'y' }, { a: 'y' }],
    ['any other is refused', { a: { one_of: ['x', 'y'] } }, { a: 'z' }, 'refused'],
    ['a list is cut to what is allowed', { a: { subset_of: ['x'] } }, { a: ['x', 'y'] }, { a: ['x'] }],
    ['a list of nothing allowed goes', { a: { subset_of: ['x'] } }, { a: ['y'] }, {}],
    ['and is missed where it is needed', { a: { subset_of: ['x'], essential: true } }, { a: ['y'] }, 'refused'],
    ['a list that lacks a value is refused', { a: { superset_of: ['x', 'y'] } }, { a: ['x'] }, 'refused'],
    ['what is needed is refused when missing', { a: { essential: true } }, {}, 'refused'],
    ['what is not spoken of stays', { a: { essential: true } }, { a: 0, b: null }, { a: 0, b: null }],
    [
      'scopes are a list written as one text',
      { scope: { subset_of: ['openid'] } },
      { scope: 'openid x' },
      { scope: 'openid' },
    ],
    ['a value that is not allowed contradicts itself', { a: { value: ['x', 'y'], subset_of: ['x'] } }, {}, 'refused'],
  ];
  it.each(cases)('%s', (_sentence, policy, metadata, result) => {
    const apply = () => applyPolicy({ ...metadata }, policy);
    if (result === 'refused') expect(apply).toThrow(PolicyFault);
    else expect(apply()).toEqual(result);
  });

  it('is never loosened further down', () => {
    const above = { a: { subset_of: ['x', 'y'], essential: true }, b: { one_of: [1, 2] }, c: { superset_of: ['s'] } };
    const below = { a: { subset_of: ['y', 'z'], essential: false }, b: { one_of: [2, 3] }, c: { superset_of: ['t'] } };
    expect(mergePolicies([above, below])).toEqual({
      a: { subset_of: ['y'], essential: true },
      b: { one_of: [2] },
      c: { superset_of: ['s', 't'] },
    });
  });

  it('is refused where two superiors contradict each other', () => {
    expect(() => mergePolicies([{ a: { value: 1 } }, { a: { value: 2 } }])).toThrow(PolicyFault);
    expect(() => mergePolicies([{ a: { one_of: [1] } }, { a: { one_of: [2] } }])).toThrow(PolicyFault);
    expect(mergePolicies([{ a: { value: { x: 1, y: 2 } } }, { a: { value: { y: 2, x: 1 } } }])).toEqual({
      a: { value: { x: 1, y: 2 } },
    });
  });

  it('says which rules it must understand and does not', () => {
    expect(unknownOperators(['one_of', 'regexp'])).toEqual(['regexp']);
  });
});
