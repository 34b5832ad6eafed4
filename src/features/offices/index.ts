export type { ByKind, DocumentToBring, LocalParagraphs, OfficeKind } from './tables.ts';
export { findOffice, findOfficeById, type Office, officesInstead } from './office.query.ts';
export { findOffering, findOfferingById, listOfferings, type Offering } from './offering.query.ts';
export { findService, listServices, type Service } from './service.query.ts';
export { type FoundOffice, type OfficeSearch, searchOffices } from './search-offices.query.ts';
export { type OfficePlace, readOfficeCursor, writeOfficeCursor } from './office-cursor.ts';
export { importReferenceData } from './import-reference-data.ts';
