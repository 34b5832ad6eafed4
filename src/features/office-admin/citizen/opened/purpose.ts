/** Why somebody at work looks at a person's data. */
export type Purpose = 'day' | 'examine' | 'clearance' | 'answer' | 'change' | 'find' | 'account' | 'draw';

const purposes: readonly (readonly [RegExp, Purpose])[] = [
  [/^(see-agenda|print-agenda|see-receipt|booking-(check-in|call|serve|no-show|undo)|see-waiting-list)$/, 'day'],
  [/^(examine|see-queue|see-to-do|see-photo|photo-|download-|booking-(take-in-charge|give-back))/, 'examine'],
  [/clearance/, 'clearance'],
  [/(request|help|appeal)/, 'answer'],
  [/^(search-)/, 'find'],
  [/^(see-registrations|enter-draw)$/, 'draw'],
  [/(account|identif|block|profile|role|no-show-excuse|signal)/, 'account'],
  [/^(move|offer|cancel|keep|see-selection|see-mass|book-for|booking-|see-booking|see-own)/, 'change'],
];

export function purposeOf(action: string): Purpose {
  return purposes.find(([pattern]) => pattern.test(action))?.[1] ?? 'change';
}
