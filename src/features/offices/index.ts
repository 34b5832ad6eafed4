export type { ByKind, DocumentToBring, LocalParagraphs, OfficeKind } from './tables.ts';
export { documentsInWords, documentsToBring } from './documents-to-bring.ts';
export { findOffice, findOfficeById, findOffices, type Office, officesInstead } from './office.query.ts';
export {
  findOffering,
  findOfferingById,
  listBookableOfferings,
  listOfferings,
  type Offering,
} from './offering.query.ts';
export { findService, listServices, type Service } from './service.query.ts';
export { type FoundOffice, type OfficeSearch, searchOffices } from './search-offices.query.ts';
export { type OfficePlace, readOfficeCursor, writeOfficeCursor } from './office-cursor.ts';
export { importReferenceData } from './import-reference-data.ts';
export { findMunicipality, type Municipality, searchMunicipalities } from './municipality.query.ts';
export { officeAnswer, toOfficeAnswer } from './api/office-answer.ts';
export { addOfficesApi } from './api/routes.ts';
export { listPlaceNames } from './place-names.query.ts';
export { searchText } from './search-text.ts';
