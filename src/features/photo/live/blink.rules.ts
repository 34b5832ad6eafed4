/** A blink closes eyes by more than this share of what they are open else; from look to look the widest is forgotten a little. */
const limits = { open: 0.72, kept: 0.98 };

/**
 * Whether somebody blinks, by their own eyes: those that are narrow by nature are open too. `widest`: what they were open at most
 * lately.
 */
export function blinkOf(open: number, widest = 0): { isBlink: boolean; widest: number } {
  return { isBlink: open < limits.open * widest, widest: Math.max(open, widest * limits.kept) };
}
