import './tables.ts';

export { addProof } from './proof/add-proof.ts';
