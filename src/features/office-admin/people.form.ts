import { z } from 'zod';
import { emailField, nameField, type RoleName } from '#features/identity/index.ts';

/** Roles that an office, or the network, gives to people. Connected programs are no people. */
export const givenRoles = {
  office: ['operator', 'officer', 'planner-manager', 'office-admin', 'helper'],
  network: ['network-admin', 'auditor'],
} as const;

export type GivenRole = (typeof givenRoles)['office' | 'network'][number];

/** Somebody to be given roles. */
export function inviteSchema(offered: readonly GivenRole[]) {
  return z.object({
    email: emailField,
    givenName: nameField,
    familyName: nameField,
    language: z.enum(['it', 'en'], 'required-choice'),
    withSites: z
      .literal('yes')
      .optional()
      .transform((value) => value === 'yes'),
    organisation: z
      .string()
      .trim()
      .max(100, 'too-long')
      .default('')
      .transform((text) => (text === '' ? null : text)),
    roles: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((value) => offered.filter((role) => [value].flat().includes(role)))
      .refine((roles) => roles.length > 0, 'required-choice'),
  });
}

/** The role a button speaks of, where it is one that is given here. */
export function readRole(body: unknown, offered: readonly GivenRole[]): RoleName | undefined {
  const typed = z.object({ role: z.string() }).safeParse(body).data?.role;
  return offered.find((role) => role === typed);
}

/** Where a role is to hold, as its button says. */
export function readReach(body: unknown): 'with-sites' | 'office-only' | undefined {
  return z.object({ to: z.enum(['with-sites', 'office-only']) }).safeParse(body).data?.to;
}
