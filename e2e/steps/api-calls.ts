import { inAddress, rubbish } from './rubbish.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  /** JSON as it is sent; undefined where the call takes none. */
  readonly body?: string | undefined;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly anyOf?: readonly Schema[];
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const good: Readonly<Record<string, string>> = { office: 'comune-h501-anagrafe', service: 'cie' };
const values = Object.values(rubbish).map((value) => value.slice(0, 2_000));
const wrongKinds = [null, true, 42, -1, 1e308, [], [[]], {}, { a: { b: 1 } }];
const wrongBodies = [
  'null',
  '[]',
  '"text"',
  '42',
  '{',
  '{"a":}',
  '[[[[',
  '\0',
  `${'['.repeat(20_000)}`,
  '{"__proto__":{"x":1}}',
];

/** Calls of everything the API describes, each with something wrong in it. */
export function wrongCalls({ paths }: Description): Call[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const { parameters = [], requestBody } = operation;
      const called = { method: method.toUpperCase() };
      const inPath = namesIn(path).flatMap((name) =>
        values.map((value) => ({
          ...called,
          path: fill(path, { ...good, [name]: inAddress(value) || '%00' }),
          body: '{}',
        })),
      );
      const query = parameters.filter((parameter) => parameter.in === 'query');
      const inQuery = query.flatMap(({ name }) =>
        values.map((value) => ({ ...called, path: `${fill(path, good)}?${name}=${inAddress(value)}` })),
      );
      const schema = requestBody?.content['application/json'].schema;
      const bodies = schema === undefined ? [] : wrongBodiesFor(schema);
      return [...inPath, ...inQuery, ...bodies.map((body) => ({ ...called, path: fill(path, good), body }))];
    }),
  );
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** What is not known by name is given a number that nothing has. */
function fill(path: string, known: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => known[name] ?? '99999999');
}

function wrongBodiesFor(schema: Schema): string[] {
  const { properties = {} } = schema.anyOf?.[0] ?? schema;
  const names = Object.keys(properties);
  const filled = [...values, ...wrongKinds].flatMap((value) => [
    Object.fromEntries(names.map((name) => [name, value])),
    ...names.map((name) => ({ [name]: value })),
  ]);
  return [...wrongBodies, ...filled.map((body) => JSON.stringify(body))];
}
