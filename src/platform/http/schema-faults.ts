import type { FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { fieldError } from './form.ts';
import type { FieldError } from './problem.ts';

/** What a route's schema found wrong with a request: one fault a field, in words of the caller's language. */
export function schemaFaults(
  request: FastifyRequest,
  { validation, context }: { validation: readonly FastifySchemaValidationError[]; context: string | undefined },
): FieldError[] {
  const sent = context === 'querystring' ? request.query : context === 'params' ? request.params : request.body;
  const found = new Map<string, FieldError>();
  for (const fault of validation) {
    const path = fault.instancePath.split('/').filter((part) => part !== '');
    // What is wrong with all of it, such as a body that was not sent, has a name too.
    const field = path.length > 0 ? path.join('.') : (context ?? 'body');
    if (found.has(field)) continue;
    found.set(field, fieldError(field, reasonOf(fault, isMissing(sent, path)), request.language));
  }
  return [...found.values()];
}

function reasonOf(fault: FastifySchemaValidationError, missing: boolean): string {
  // The schema's own word comes first.
  if (fault.message !== undefined && /^[a-z][a-z0-9-]*$/.test(fault.message))
    return missing ? 'required' : fault.message;
  if (missing) return 'required';
  switch (fault.keyword) {
    case 'invalid_type':
      return 'wrong-type';
    case 'invalid_value':
      return 'required-choice';
    case 'too_big':
      return fault.params['origin'] === 'string' || fault.params['origin'] === 'array' ? 'too-long' : 'out-of-range';
    case 'too_small':
      return fault.params['origin'] === 'string' || fault.params['origin'] === 'array' ? 'too-short' : 'out-of-range';
    default:
      return 'invalid';
  }
}

function isMissing(sent: unknown, path: readonly string[]): boolean {
  let value = sent;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value === undefined || (value === null && path.length === 0);
}
