/** What a piece of a rule stands for. Only a `node` is a value; the others are stepping stones on the way to one. */
import type { EntityKey } from '@bangfu/kernel'
import type { FactRef } from '../api.ts'
import type { Members, Node } from '../tree/node.ts'

export type Meaning =
  | { readonly kind: 'node'; readonly node: Node }
  /** 户, 村, or a member variable: something that has fields. */
  | { readonly kind: 'entity'; readonly entity: EntityKey; readonly path: FactRef['path']; readonly binder?: number }
  | { readonly kind: 'parameters' }
  | { readonly kind: 'members'; readonly members: Members }
  /** One value per member: `成员.年龄`, `for m in 成员 return …`. */
  | { readonly kind: 'mapped'; readonly members: Members; readonly element: Node }
