/** The synthetic world as it really is: persons, households, villages, clinics, and the help each really gets. Lists are views of it. */
import type { DivisionCode, IdentityNumber, PlainDate } from '@bangfu/kernel'

export type Grade = '1' | '2' | '3' | '4'
export type MeasureId =
  | 'dibao' | 'pension-prepay' | 'disability-living' | 'disability-care' | 'house-d' | 'school-keep'
  | 'serious-disease' | 'post-subsidy' | 'water-safe' | 'village-plaza' | 'township-clinic'

export interface Person {
  readonly personNo: string
  readonly idNumber: IdentityNumber
  readonly name: string
  readonly sex: '1' | '2'
  readonly birth: PlainDate
  readonly age: number
  readonly relation: string
  readonly education: string
  /** Register's 在校生状况 code. */
  readonly schooling: string
  /** Codes of 健康状况. */
  readonly health: readonly string[]
  readonly disease: string | undefined
  readonly disability: { readonly category: string; readonly grade: Grade } | undefined
  readonly labour: string
  readonly work: { readonly place: string; readonly months: number } | undefined
  readonly contract: { readonly employer: string; readonly start: PlainDate; readonly months: number } | undefined
  readonly alive: boolean
  readonly inPension: boolean
  readonly inMedical: boolean
  readonly onTekun: boolean
  /** Really goes to school (the 学籍 list says so). */
  readonly enrolled: boolean
  onDibao: boolean
}

export interface Household {
  readonly householdNo: string
  readonly village: DivisionCode
  readonly members: readonly Person[]
  /** 脱贫标志: 0 未脱贫, 1 脱贫, 2 预脱贫, 3 返贫. */
  readonly status: '0' | '1' | '2' | '3'
  readonly type: string
  readonly cause: string
  readonly identifiedOn: PlainDate
  readonly exitedOn: PlainDate | undefined
  readonly plannedExit: number | undefined
  /** Net income per head in fen; the register shows yuan. Undefined: never asked. */
  readonly incomePerHeadFen: number | undefined
  readonly houseGrade: 'A' | 'B' | 'C' | 'D'
  readonly houseArea: number
  readonly waterSafe: boolean | undefined
  readonly road: string
  readonly fuel: string
  readonly toilet: boolean
  readonly farmlandMu: number
}

export interface Village {
  readonly code: DivisionCode
  readonly name: string
  readonly poor: boolean
  readonly exited: boolean
  readonly plazaMeets: boolean | undefined
  readonly households: Household[]
}

export interface Clinic {
  readonly name: string
  readonly township: DivisionCode
  readonly meets: boolean | undefined
  readonly byGovernment: boolean
  readonly area: number
}

export interface Township {
  readonly code: DivisionCode
  readonly name: string
  readonly villages: readonly Village[]
  readonly clinic: Clinic
}

export interface County {
  readonly code: DivisionCode
  readonly name: string
  readonly city: string
  readonly asOf: PlainDate
  readonly townships: readonly Township[]
}
