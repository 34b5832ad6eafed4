/** How a face that belongs to nobody looks. */
export interface Look {
  /** where the light falls, the skin itself, and its shadows */
  readonly skin: readonly [light: string, skin: string, shadow: string];
  readonly hair: string;
  readonly irises: string;
  readonly shirt: string;
  /** in its middle and at its edges */
  readonly wall: readonly [string, string];
  readonly eyesOpen: boolean;
}

const paleWall = ['#eef0f1', '#dfe3e6'] as const;
const fair = ['#e9bd9f', '#d9a585', '#b07a5c'] as const;
const dark = ['#8d5a3f', '#744730', '#4d2d1e'] as const;

/** The demo's portraits: two that are right, one with its eyes shut, one before a green wall. */
export const looks = {
  fair: look({ skin: fair, hair: '#3b2a20', shirt: '#2f4f74' }),
  dark: look({ skin: dark, hair: '#17110e', shirt: '#7a3b2e', irises: '#3b2616' }),
  shutEyes: look({ skin: ['#f0c8ac', '#e0ae90', '#b98668'], hair: '#6b4a2a', eyesOpen: false }),
  greenWall: look({ hair: '#2a211c', shirt: '#444b66', wall: ['#55753f', '#385a2c'] }),
} as const satisfies Record<string, Look>;

function look(own: Partial<Look>): Look {
  const usual = { skin: fair, hair: '#3b2a20', irises: '#5b4128', shirt: '#3f6b4f' };
  return { ...usual, wall: paleWall, eyesOpen: true, ...own };
}

/** A portrait drawn by us as a JPEG, with the grain that a camera leaves: the checks see a face in it. */
export async function drawnPortrait(wanted: Look): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(Buffer.from(svgOf(wanted))).flatten({ background: '#ffffff' });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  let seed = 7;
  for (const [at, value] of data.entries()) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    data[at] = Math.max(0, Math.min(255, value + (Math.floor(seed / 65_536) % 7) - 3));
  }
  const { width, height } = info;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

function svgOf({ skin: [light, skin, shadow], hair, irises, shirt, wall, eyesOpen }: Look): string {
  const eye = (x: number) => (eyesOpen ? openEye(x, { irises, shadow }) : shutEye(x, shadow));
  const glow = (id: string, colour: string, opacity: number) =>
    `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/>
      <stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 1160" width="1350" height="1740">
    <defs>
      <radialGradient id="wall" cy=".35" r=".9"><stop stop-color="${wall[0]}"/><stop offset="1" stop-color="${wall[1]}"/></radialGradient>
      <radialGradient id="face" cy=".42" r=".62"><stop stop-color="${light}"/><stop offset=".62" stop-color="${skin}"/><stop offset="1" stop-color="${shadow}"/></radialGradient>
      <linearGradient id="neck" x2="0" y2="1"><stop stop-color="${shadow}"/><stop offset=".5" stop-color="${skin}"/></linearGradient>
      <linearGradient id="shirt" x2="0" y2="1"><stop stop-color="${shirt}"/><stop offset="1" stop-color="#10141c"/></linearGradient>
      ${glow('cheek', '#d4675a', 0.22)}${glow('shade', shadow, 0.55)}${glow('light', '#ffffff', 0.3)}
      <filter id="soft"><feGaussianBlur stdDeviation="5"/></filter>
    </defs>
    <rect width="900" height="1160" fill="url(#wall)"/>
    <path d="M40 1160c0-270 130-352 280-388l130-24 130 24c150 36 280 118 280 388z" fill="url(#shirt)"/>
    <path d="M352 640h196v88c0 20 16 34 40 44q-138 96-276 0c24-10 40-24 40-44z" fill="url(#neck)"/>
    <ellipse cx="262" cy="430" rx="26" ry="52" fill="${skin}"/><ellipse cx="638" cy="430" rx="26" ry="52" fill="${skin}"/>
    <path d="M262 380c0-150 82-210 188-210s188 60 188 210c0 60-8 130-36 190-34 80-98 140-152 140s-118-60-152-140c-28-60-36-130-36-190z" fill="url(#face)"/>
    <ellipse cx="450" cy="270" rx="110" ry="60" fill="url(#light)"/>
    <ellipse cx="345" cy="500" rx="60" ry="45" fill="url(#cheek)"/><ellipse cx="555" cy="500" rx="60" ry="45" fill="url(#cheek)"/>
    <ellipse cx="372" cy="392" rx="52" ry="34" fill="url(#shade)"/><ellipse cx="528" cy="392" rx="52" ry="34" fill="url(#shade)"/>
    ${eye(372)}${eye(528)}
    <path d="M330 358q40-26 86-8M484 350q46-18 86 8" fill="none" stroke="${hair}" stroke-width="12" stroke-linecap="round"/>
    <path d="M432 380c-6 50-16 90-22 112M468 380c6 50 16 90 22 112" fill="none" stroke="${shadow}" stroke-width="8" stroke-opacity=".45" filter="url(#soft)"/>
    <ellipse cx="450" cy="480" rx="22" ry="30" fill="url(#light)"/>
    <path d="M408 500q10-14 22-2q20 14 40 0q12-12 22 2q-8 16-24 12q-18 10-36 0q-16 4-24-12z" fill="${shadow}" fill-opacity=".55"/>
    <ellipse cx="432" cy="506" rx="8" ry="5" fill="#3a1d14" fill-opacity=".8"/><ellipse cx="468" cy="506" rx="8" ry="5" fill="#3a1d14" fill-opacity=".8"/>
    <path d="M388 588q34-20 50-14q12 5 24 0q16-6 50 14q-62 6-124 0z" fill="#a04a45"/>
    <path d="M388 588q62 6 124 0q-20 34-62 34t-62-34z" fill="#b8605a"/>
    <path d="M386 588q64 8 128 0" fill="none" stroke="#6d2b2a" stroke-width="3.5"/>
    <ellipse cx="450" cy="648" rx="60" ry="16" fill="url(#shade)"/>
    <path d="M252 412c-30-200 60-292 198-292s228 92 198 292c-6-64-22-122-56-162-60-34-200-50-270-10-40 40-62 108-70 172z" fill="${hair}"/>
  </svg>`;
}

function openEye(x: number, { irises, shadow }: { irises: string; shadow: string }): string {
  const shape = `M${x - 26} 402q26-22 52 0q-26 18-52 0z`;
  return `<clipPath id="eye${x}"><path d="${shape}"/></clipPath><g clip-path="url(#eye${x})">
      <path d="${shape}" fill="#d9cfc6"/><circle cx="${x}" cy="400" r="14" fill="${irises}"/>
      <circle cx="${x}" cy="400" r="6" fill="#0c0806"/><circle cx="${x + 4}" cy="395" r="2" fill="#e8e8e8"/>
      <path d="M${x - 28} 394q28-16 56 0" fill="none" stroke="#000" stroke-opacity=".35" stroke-width="8"/></g>
    <path d="M${x - 27} 402q27-24 54 0" fill="none" stroke="#2a1a12" stroke-width="4.5"/>
    <path d="M${x - 24} 404q24 16 48 0M${x - 26} 386q26-14 52 0" fill="none" stroke="${shadow}" stroke-width="2.2"/>`;
}

function shutEye(x: number, shadow: string): string {
  return `<path d="M${x - 26} 396q26 16 52 0" fill="none" stroke="#2a1a12" stroke-width="5"/>
    <path d="M${x - 26} 388q26-10 52 0" fill="none" stroke="${shadow}" stroke-width="2.5"/>`;
}
