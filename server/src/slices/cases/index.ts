export type { NewMessage, Participant } from './change.ts';
export { lockCase } from './change-case.ts';
export type { CaseEvent } from './events.ts';
export type { CaseState } from './rules/state.ts';
export { forgetDrafts } from './upkeep.ts';
export { letGo } from './commands/let-go.ts';
export { addFile } from './commands/add-file.ts';
export { addMessage } from './commands/add-message.ts';
export { alignClocksSoon } from './jobs.ts';
export { confirmSolution, denySolution } from './commands/answer-solution.ts';
export { handOverAllCases } from './commands/hand-over-all.ts';
export { noteByMail } from './commands/note-by-mail.ts';
export { handOverForAbsence } from './commands/hand-over-for-absence.ts';
export { openCase } from './commands/open-case.ts';
export { recordComplaint } from './commands/record-complaint.ts';
export { recordDelivery } from './commands/record-delivery.ts';
export { setAside } from './commands/set-aside.ts';
export { tellAgent } from './commands/tell-agent.ts';
export { askForHelp } from './commands/ask-for-help.ts';
export { askTask } from './commands/ask-task.ts';
export { correctCase } from './commands/correct-case.ts';
export { follow } from './commands/follow.ts';
export { handAcross } from './commands/hand-across.ts';
export { passUp } from './commands/pass-up.ts';
export { writeNote } from './commands/write-note.ts';
export { apply } from './rules/apply.ts';
export { hearEvents } from './store/hearing.ts';
export { eventOf } from './store/event-rows.ts';
export { historiesOf } from './store/histories.ts';
export { type House, houseOf } from './store/house.ts';
export { tellCustomer } from './commands/tell-customer.ts';
export { finishTask, refuseTask } from './commands/answer-task.ts';
export { handDown } from './commands/hand-down.ts';
export { itWasThanks } from './commands/it-was-thanks.ts';
export { moveCases, partCases } from './commands/move-cases.ts';
export { reply } from './commands/reply.ts';
export { solveCase } from './commands/solve-case.ts';
export { takeBack } from './commands/take-back.ts';
export { takeCase } from './commands/take-case.ts';
export { createTopicRule } from './commands/topic-rules.ts';
export { sweepAbsences } from './absence-sweep.ts';
export { offersFor } from './store/offers.ts';
export { Random } from './simulation/random.ts';
export { checks } from './checks.ts';
export { fileLink, fileOfLink } from './file-link.ts';
export { assertFiles, fileById, filesByIds } from './store/files.ts';
export { caseOfCustomerLink, customerLink } from './customer-link.ts';
export { startSweep, sweep } from './jobs.ts';
export { isReopenable } from './rules/ending.ts';
export { messageToSend } from './present.ts';
export { routes } from './routes.ts';
export { BrokenInvariant } from './simulation/broken.ts';
export { usualOptions } from './simulation/options.ts';
export { printed as printedRun, reportOf } from './simulation/report.ts';
export { simulate } from './simulation/simulate.ts';
export { contentsInUse } from './store/contents.ts';
export { type CaseForMail, caseForMail } from './store/for-mail.ts';
export { followMerges, returnedTo } from './store/following.ts';
export { casesNamed, standingOf } from './store/named.ts';
export { caseScope, isCaseOf } from './case-of-customer.ts';
export {
  customerScope,
  customersWithin,
  type Scope,
  scopeOf,
  visibleParts,
  visibleTo,
} from './store/scope.ts';
export { forgetUploads } from './upkeep.ts';
export { logCall, correctCall } from './commands/log-call.ts';
export {
  assureCustomer,
  reachCustomerAt,
  recordSpoken,
  sendCallRecord,
} from './commands/spoken.ts';
export { awayTo, handToFirstTeam } from './commands/hand-to-first-team.ts';
export { rewriteMessage, setFilesOfOpening, spokenOpening } from './store/messages.ts';
export { hasAddress } from './store/read.ts';
export { seesCustomer } from './store/scope.ts';
export { seenCase } from './routes/shared.ts';
export { answersOf } from './store/facts.ts';
export { missingOf } from './rules/facts.ts';
