import type { MarkKind } from './mark-kind.rules.ts';
import { markRadius } from './marks.rules.ts';
import type { Spot } from './projection.rules.ts';

/** A number in a shape: a disc for a date that is soon, a square, a lozenge, and a hollow ring where there is none. */
export function MarkShape({ kind, number, at }: { kind: MarkKind; number: number; at: Spot }) {
  const { x, y } = at;
  return (
    <>
      <Outline kind={kind} x={x} y={y} />
      <text class={kind === 'none' ? 't-mark-number t-mark-number-none' : 't-mark-number'} x={x} y={y + 4.5}>
        {number}
      </text>
    </>
  );
}

function Outline({ kind, x, y }: Spot & { kind: MarkKind }) {
  switch (kind) {
    case 'soon':
      return <circle class="t-mark-soon" cx={x} cy={y} r={markRadius - 1} />;
    case 'later': {
      const side = 2 * markRadius - 4;
      return <rect class="t-mark-later" x={x - side / 2} y={y - side / 2} width={side} height={side} rx="2" />;
    }
    case 'far': {
      const far = markRadius + 1;
      return <path class="t-mark-far" d={`M${x} ${y - far}L${x + far} ${y}L${x} ${y + far}L${x - far} ${y}Z`} />;
    }
    case 'none':
      return <circle class="t-mark-none" cx={x} cy={y} r={markRadius - 1} />;
  }
}

/** The same shape beside an office of the list, or in the legend. */
export function MarkSign({ kind, number }: { kind: MarkKind; number?: number | undefined }) {
  const size = 2 * markRadius + 4;
  const at = { x: size / 2, y: size / 2 };
  return (
    <svg
      class="t-mark-sign"
      viewBox={`0 0 ${size} ${size}`}
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {number === undefined ? <Outline kind={kind} {...at} /> : <MarkShape kind={kind} number={number} at={at} />}
    </svg>
  );
}
