export {
  changeOffices,
  createOffices,
  localOfficeColumns,
  movableOfficeColumns,
  type OfficeRow,
  officeRows,
} from './office-records.ts';
export {
  changeOfferings,
  createOfferings,
  localOfferingColumns,
  movableOfferingColumns,
  type OfferingRow,
  offeringRows,
} from './offering-records.ts';
