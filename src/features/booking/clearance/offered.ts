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
  isOverdue,
  type Municipality,
  possibleSteps,
  stepDayFault,
} from './clearance.rules.ts';
export { type DeadlineRule, firstDayInTime, lastDayToAnswer } from './deadline.rules.ts';
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
} from './record-clearance.ts';
export { setMunicipality } from './set-municipality.ts';
export {
  answerClearance,
  type Answering,
  type AnswerRefusal,
  markClearanceRead,
  type MunicipalAnswer,
} from './answer-clearance.ts';
export { clearanceNews, type ClearanceNotice } from './tell-office.ts';
export { certifiedClearance, type CertifiedClearance } from './certified-subject.ts';
export { mailboxOf, saveMailbox } from './municipality-mailbox.ts';
export { withdrawLinks } from './withdraw-links.ts';
export { clearanceLinkPath } from './clearance-link.ts';
export { type RegisteredPerson, requestFacts, type RequestFacts } from './request-facts.query.ts';
export { personWords, requestAsText, type RequestWords, requestWords } from './request-words.ts';
export { askedPath } from './asked-path.ts';
export { AnswerForm, overWords, RequestSummary } from './answer.view.tsx';
export { answerSchema } from './answer.form.ts';
export { answerTexts } from './answer.text.ts';
export { addClearanceLinkPage } from './link-page.route.tsx';
export { requestPdf } from './request-pdf.ts';
export { countAsked, type InboxSection, inboxSectionOf, inboxSections, listAsked } from './inbox.query.ts';
export { endLateClearances, remindMunicipalities, tellAfterwards } from './settle-deadlines.ts';
