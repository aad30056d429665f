/** What a route's handler is given and gives back; one handler per route of the contract, checked by the compiler. */
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Language } from '@bangfu/kernel'
import type { Actor, RouteName, routes } from '../contract/index.ts'

/** A file that a person sent: on disk, in a folder of its own, removed when the request is answered. */
export interface ReceivedFile {
  readonly fileName: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A file that goes out. */
export interface SentFile {
  readonly fileName: string
  readonly mediaType: string
  readonly content: Buffer | Readable
}

export interface HandlerContext {
  /** Set on every route whose `needs` is not `none`. */
  readonly actor: Actor | undefined
  /** Id of the actor this browser picked, not yet looked up. */
  readonly chosen: string | undefined
  readonly language: Language
  readonly requestId: string
  /** Remembers the choice in this browser. */
  readonly remember: (choice: { actor?: string; language?: Language }) => void
}

/** Context of a route that needs an actor. */
export type ActorContext = HandlerContext & { readonly actor: Actor }

type Definition<N extends RouteName> = (typeof routes)[N]
type Parsed<T> = T extends z.ZodType ? z.output<T> : never

export type HandlerInput<N extends RouteName> = {
  readonly [P in 'params' | 'query' | 'body' as P extends keyof Definition<N> ? P : never]: P extends keyof Definition<N> ? Parsed<Definition<N>[P]> : never
} & (Definition<N> extends { upload: true } ? { readonly file: ReceivedFile } : unknown)

export type HandlerOutput<N extends RouteName> = Definition<N>['response'] extends z.ZodType ? z.input<Definition<N>['response']> : SentFile
type ContextOf<N extends RouteName> = Definition<N>['needs'] extends 'none' ? HandlerContext : ActorContext

export type Handlers = { readonly [N in RouteName]: (input: HandlerInput<N>, context: ContextOf<N>) => Promise<HandlerOutput<N>> }
