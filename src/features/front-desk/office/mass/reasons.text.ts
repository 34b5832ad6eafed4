import { defineTexts } from '#platform/texts.ts';

/** Why an office cancels many appointments, as people read it. */
export const massReasons = ['closed', 'staff', 'systems', 'building', 'emergency', 'documents', 'other'] as const;
export type MassReason = (typeof massReasons)[number];

export const massReasonTexts = defineTexts('front-desk/mass-reasons', {
  it: {
    closed: 'La sede è chiusa in quel momento.',
    staff: 'In quel momento manca il personale.',
    systems: 'I sistemi informatici non funzionano.',
    building: 'I locali della sede non si possono usare.',
    emergency: 'C’è un’emergenza.',
    documents: 'I materiali per i documenti non sono disponibili.',
    other: 'Altro (scrivi il motivo)',
  },
  en: {
    closed: 'The office is closed at that time.',
    staff: 'There is not enough staff at that time.',
    systems: 'The computer systems are not working.',
    building: 'The rooms of the office cannot be used.',
    emergency: 'There is an emergency.',
    documents: 'The materials for the documents are not available.',
    other: 'Other (write the reason)',
  },
} satisfies { it: Record<MassReason, string>; en: Record<MassReason, string> });
