import { inject } from 'vitest';

const turnos = inject('turnos');
const mine = turnos[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % turnos.length];
if (mine === undefined) throw new Error('no Turno was started for the journeys');

/** Where the Turno of this file's journeys is, without a final slash, and the folder of its data. */
export const { address: turnoAddress, dataFolder: turnoData } = mine;
