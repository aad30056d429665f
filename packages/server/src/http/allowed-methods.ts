/** Which methods an address of the interface answers to, by the contract. Looks at the path only. */
import { routes, type Route } from '../contract/index.ts'

const patterns = (Object.values(routes) as readonly Route[]).map(({ method, path }) => ({
  methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}/?$`),
}))

/** Empty when the interface has no such address. */
export function allowedMethods(path: string): readonly string[] {
  return [...new Set(patterns.flatMap(({ methods, pattern }) => (pattern.test(path) ? methods : [])))]
}
