/** Lists that state facts: certificates (残联) and pupils (教育). Being complete, they also state who has none. */
import * as rates from '../rates.ts'
import type { Office } from './county-lists.ts'
import { Listed } from './listed.ts'

/** Certificates: some disabled persons have none on the list; a few rows cannot be matched for certain. */
export function makeCertificateList(office: Office): Listed {
  const listed = new Listed()
  for (const known of office.known.values()) {
    if (!known.person.disability || office.random.chance(rates.disabilityUnlisted)) continue
    listed.add(office.random.chance(0.01) ? 'mistyped-id' : office.random.chance(0.02) ? 'full-width' : 'plain', known.person, known.household)
  }
  for (const known of office.known.values()) {
    const standing = listed.standing(known.person, known.household)
    if (standing === 'yes') {
      known.certificate = true
      known.grade = known.person.disability!.grade
    } else known.certificate = standing === 'no' ? false : undefined
  }
  return listed
}

/** Pupils of primary and junior secondary school; a few rows are mistyped. */
export function makeSchoolList(office: Office): Listed {
  const listed = new Listed()
  for (const known of office.known.values()) {
    const { person, household } = known
    if (!person.enrolled || !['03', '04', '05', '06'].includes(person.schooling) || !person.alive) continue
    if (office.random.chance(0.01)) continue // gone from school since, the register does not know
    listed.add(office.random.chance(0.01) ? 'mistyped-id' : 'plain', person, household)
  }
  for (const known of office.known.values()) {
    const standing = listed.standing(known.person, known.household)
    known.enrolled = standing === 'yes' ? true : standing === 'no' && known.person.schooling === '01' ? false : undefined
  }
  return listed
}

/** 低保: the list is 民政's own and complete. Who is on it has it, who is not has none; for whom a row may mean, the register's word stays. */
export function settleDibaoFacts(office: Office, listed: Listed): void {
  for (const known of office.known.values()) {
    const standing = listed.standing(known.person, known.household)
    known.onDibao = standing === 'possible' ? known.person.onDibao : standing === 'yes'
  }
}

