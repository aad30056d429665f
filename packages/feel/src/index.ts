/** The rule language: text → typed tree → evaluator and SQL. Knows no pack. */
export * from './api.ts'
export { compileExpression } from './compile-expression.ts'
export { findCode } from './check/adapt.ts'
