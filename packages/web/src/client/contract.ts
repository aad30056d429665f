/** The contract's types, under the names that pages use. Types only: no schema code travels to the browser. */
export type {
  Actor, Answer, Bilingual, Body, Capability, CellProblem, Clause, ClauseAnswerRow, ClauseDetail, CountLink, Coverage, CoverageList, CoverageRow, Decided, DraftBuild, DraftDetail, DraftEffortCounts, DraftFieldForm, DraftItemFields, DraftItemRow, DraftPack, DraftRow, DutyList, DutyRole, DutyRow, Entitlement, Fact, Household, HouseholdRow, ImportChoices, ImportDetail, Job, ListLink, Matrix, Measure, Obligation, ObligationReport, ObligationReports,
  PersonRow, Place, PlaceNode, Plan, PlanChoice, PlanComparison, Preview, Problem as ProblemData, Proposal, Quantities, Quantity, QuantityState, ResultsOutcome, RouteInput, RouteName, RouteOutput, Run, Session, Sheet, Target, TargetAnswerRow, Today, TodayFigure, Uploaded, Vocabulary, Why,
  WorkItem, WorkItemCounts,
} from '@bangfu/server/contract'
