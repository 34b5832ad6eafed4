export {
  clearanceCounts,
  type ClearanceSection,
  clearanceSections,
  listClearances,
  type ListedClearance,
} from './clearance.query.ts';
export {
  type Clearance,
  type ClearanceStep,
  handChannels,
  isAwaited,
  isOpenClearance,
  isOverdue,
  type Municipality,
  possibleSteps,
  stepDayFault,
} from './clearance.rules.ts';
export { checkResidence, readResidence, residenceField } from './residence.ts';
export { ResidenceField } from './residence-field.view.tsx';
export { municipalitiesNamed, municipalityByCode } from './municipality.query.ts';
export {
  clearanceAsked,
  clearanceGranted,
  type ClearanceRefusal,
  clearanceRefused,
  clearanceReminded,
  clearanceTold,
  setMunicipality,
} from './record-clearance.ts';
