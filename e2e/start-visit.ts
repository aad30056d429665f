/** What most browser tests stand on: a house of their own and one visitor in it, opened together and closed together. */
import type { Browser } from 'playwright-core'
import { openBrowser } from './open-browser.ts'
import { startHouse, type RunningHouse } from './start-house.ts'
import { pickRole, visitor, type Watched } from './visit.ts'

export interface HouseVisit extends Watched {
  readonly house: RunningHouse
  /** For further visitors to the same house. */
  readonly browser: Browser
  end(): Promise<void>
}

/** A house of so many invented people (0: an empty register), visited in Chinese at 1440 px; as the actor of `role`, or before a role is picked. */
export async function startVisit(people: number, role?: string): Promise<HouseVisit> {
  const house = await startHouse(people)
  let browser: Browser | undefined
  const end = async (): Promise<void> => {
    await browser?.close()
    await house.stop()
  }
  try {
    browser = await openBrowser()
    const watched = await visitor(browser, house.url, 1440, 'zh')
    if (role !== undefined) await pickRole(watched, house.url, role, 'zh')
    return { ...watched, house, browser, end }
  } catch (error) {
    await end()
    throw error
  }
}
