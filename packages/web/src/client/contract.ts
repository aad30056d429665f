/** The contract's types, under the names that pages use. Types only: no schema code travels to the browser. */
export type {
  Actor, Bilingual, Capability, CellProblem, Clause, ClauseDetail, CountLink, Entitlement, Fact, Household, HouseholdRow, ImportChoices, ImportDetail, Job, ListLink, Measure,
  PersonRow, Place, PlaceNode, Plan, Preview, Problem as ProblemData, ResultsOutcome, RouteInput, RouteName, RouteOutput, Run, Session, Sheet, Target, Today, TodayFigure, Uploaded, Vocabulary, Why,
  WorkItem, WorkItemCounts,
} from '@bangfu/server/contract'
