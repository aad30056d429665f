/**
 * Rates of the synthetic population. Each is a plain constant with its ground: a figure of the plan or the handbook where one stands,
 * otherwise an assumption made for demonstration. None is a statistic of any real place.
 */

/** Share of households by size; registered poor households are small (24万人 in the plan; about 2.1 persons a household assumed). */
export const householdSizes: readonly (readonly [number, number])[] = [[1, 30], [2, 36], [3, 17], [4, 11], [5, 4], [6, 2]]

/** 脱贫标志: 15 of 24万 leave in 2018 (plan 一.(二)); the register also holds those that left before. */
export const statuses: readonly (readonly ['0' | '1' | '2' | '3', number])[] = [['0', 46], ['2', 14], ['1', 38], ['3', 2]]

/** Main causes; illness and disability lead in Liaoning by general account, shares assumed. */
export const causes: readonly (readonly [string, number])[] = [['1', 48], ['2', 20], ['3', 4], ['4', 3], ['5', 3], ['6', 1], ['7', 5], ['8', 10], ['9', 4], ['10', 1], ['11', 1]]

/** Chance of a disability certificate by age; 3 of 24万 are disabled poor people leaving by plan 一.(二), the stock is larger. */
export const disabledAdult = 0.13
export const disabledChild = 0.03
export const grades: readonly (readonly ['1' | '2' | '3' | '4', number])[] = [['1', 18], ['2', 32], ['3', 28], ['4', 22]]
export const categories: readonly (readonly [string, number])[] = [['1', 12], ['2', 13], ['3', 2], ['4', 48], ['5', 10], ['6', 11], ['7', 4]]

/** Serious illness among adults, and the share of it that is in the fourteen treated diseases (plan 三.(一).11). */
export const seriousIllness = 0.05
export const chronicIllness = 0.22
export const diseases: readonly (readonly [string, number])[] = [['3', 8], ['4', 6], ['5', 6], ['6', 4], ['7', 9], ['10', 12], ['11', 8], ['12', 5], ['14', 2], ['99', 40]]

export const houseGrades: readonly (readonly ['A' | 'B' | 'C' | 'D', number])[] = [['A', 40], ['B', 36], ['C', 17], ['D', 7]]

/** Share of facts that the register lacks. */
export const incomeUnknown = 0.006
export const waterUnknown = 0.004
export const waterUnsafe = 0.02
export const houseGradeUnknown = 0.01
export const disabilityUnlisted = 0.02
export const dropOut = 0.012
export const contracts = 0.03
