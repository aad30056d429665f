export * from './pack/format.ts'
