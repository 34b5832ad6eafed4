export { CodeDoubt } from './code-doubt.view.tsx';
export { PapersToBring } from './papers.view.tsx';
export { papersOfBooking, visitOfBooking } from './visit-of-booking.query.ts';
export { asksNothing, visitAsks, type VisitAsks } from './visit-asks.ts';
export { VisitQuestions } from './visit-questions.view.tsx';
export { type Papers, papersOf, type Visit } from './what-to-bring.ts';
