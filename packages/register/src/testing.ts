/** What tests of other rooms need from the register: a real, migrated database of their own. Not part of the product. */
export { createTestDatabase, testServer, type TestDatabase } from './postgres/test-database.ts'
