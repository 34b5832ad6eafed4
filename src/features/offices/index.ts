export { certifiedAddressOf } from './certified-address.query.ts';
export {
  listCountries,
  listServedCountries,
  officesServing,
  type ServedCountry,
  type ServingOffice,
  territoryOf,
  territoryRecord,
} from './territory/territory.query.ts';
export { territoryInWords } from './territory/territory.rules.ts';
export { saveTerritory, type TerritoryWish } from './territory/save-territory.ts';
export { type FamilyCodes, familyCodes } from './sites/family-codes.query.ts';
export { parentOf, type SiteLink, sitesOf } from './sites/sites.query.ts';
export { addSite, editSite, type SiteWish, switchSite } from './sites/save-site.ts';
export type { LoginAsked, SiteKind, OfficePrivacy, PartyMode, OfficeKind } from './tables.ts';
export {
  asOffered,
  documentsInWords,
  findServiceAtOffice,
  type Visitor,
  whenInWords,
} from './documents-to-bring.ts';
export * from './visit/offered.ts';
export { officeAt, offeringAt, readOfficeCode } from './at-address.query.ts';
export { findOffice, findOfficeById, findOffices, type Office, officesInstead } from './office.query.ts';
export {
  findOffering,
  findOfferingById,
  listBookableOfferings,
  listOfferings,
  lockOffering,
  type Offering,
} from './offering.query.ts';
export {
  type DetailsChange,
  type OfficeDetails,
  type OfficeRecord,
  officeRecord,
  saveOfficeDetails,
} from './office-details.ts';
export {
  bookableWithoutContacts,
  type OfficeContacts,
  officeContacts,
  saveManyDetails,
} from './details-in-bulk.ts';
export { type CompletionRules, deliveryModes, type DeliveryMode } from './completion-rules.ts';
export { addOffering, type OfferingRules, saveOffering } from './save-offering.ts';
export { leastParty, readPartySize } from './party-size.rules.ts';
export { noShowLimits, type NoShowRule, noShowRule, saveNoShowRule } from './no-show-rule.ts';
export { findService, listServices, lockService, type Service } from './service.query.ts';
export { addService, moveService, saveService, type ServiceEntry } from './save-service.ts';
export { type FoundOffice, searchOffices } from './search-offices.query.ts';
export { readOfficeCursor, writeOfficeCursor } from './office-cursor.ts';
export { importReferenceData } from './import-reference-data.ts';
export { officeAnswer, toOfficeAnswer } from './api/office-answer.ts';
export { addOfficesApi } from './api/routes.ts';
export {
  type CountryEntry,
  listCountriesWithOffices,
  listProvincesWithOffices,
  type ProvinceEntry,
} from './directory.query.ts';
export { listSearchNames, type SearchName, suggestPlaces, type SuggestedPlace } from './search-names.query.ts';
export { type NearbyName, nearbyNames } from './nearby-names.ts';
export { findPlaces, type Place } from './place.query.ts';
export { listFoundOffices, rankOffices, type RankedOffice } from './rank-offices.query.ts';
export { readSearch } from './search-words.ts';
export {
  askedAt,
  type AskedOf,
  type Control,
  controls,
  type Question,
  type QuestionOption,
  questionsOf,
  questionsOfOffice,
} from './questions/question.query.ts';
export { type Pattern, readPattern } from './questions/pattern.ts';
export { type RequestedFile, requestedFilesOf, requestedFilesOfOffice } from './questions/requested-file.query.ts';
export { moveAsked, removeAsked } from './questions/order.ts';
export { saveQuestion, saveRequestedFile } from './questions/save-question.ts';
export { namesOperator, setNamesOperator } from './operator-names.ts';
export * from './bulk/offered.ts';
export { catalogueTexts } from './catalogue-languages.ts';
export { readCatalogue } from './import-services.ts';
