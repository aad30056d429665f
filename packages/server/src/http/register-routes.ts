/** Binds every route of the contract to its handler: input checked strictly, actor and capability checked, output cut to its schema. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { problem, problemData, ProblemError, type ProblemData } from '@bangfu/kernel'
import { routes, type Actor, type Capability, type Route, type RouteName } from '../contract/index.ts'
import type { HandlerContext, Handlers, ReceivedFile, SentFile } from './handler.ts'
import { readUpload } from './read-upload.ts'
import { readChoice, writeChoice, type Choice } from './session-cookie.ts'

export interface Binding {
  readonly handlers: Handlers
  readonly uploadFolder: string
  /** The actor of that id, or undefined when there is none (any more). */
  readonly findActor: (id: string) => Promise<Actor | undefined>
}

const capabilityWords: Readonly<Record<Capability, readonly [string, string]>> = {
  import: ['导入数据', 'import data'], run: ['开始核算', 'start a run'], answer: ['填写清单结果', 'answer work lists'],
  reveal: ['查看完整证件号', 'see unmasked identity'], attach: ['附上方案原文', 'attach the plan document'], report: ['报送责任事项', 'report on obligations'], review: ['审定方案草稿', 'review a plan draft'],
}

/** Path of the first text that no database takes: with NUL, or with half of a character. */
function findForeignText(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path || '-' : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    const found = findForeignText(key, path) ?? findForeignText(part, path === '' ? key : `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every fault of the input as a problem that names the field and the rule, never the value. */
function checkPart<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value ?? {})
  if (result.success) {
    const foreign = findForeignText(result.data)
    if (foreign !== undefined) throw problem('server/bad-request', { field: foreign.slice(0, 80).toWellFormed().replaceAll('\0', ''), rule: 'invalid_characters' })
    return result.data
  }
  const problems: ProblemData[] = result.error.issues.map((issue) => {
    const field = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.')
    return problemData('server/bad-request', { field: field.slice(0, 80).toWellFormed() || '-', rule: issue.code })
  })
  throw new ProblemError(problems)
}

async function actorOf(binding: Binding, route: Route, choice: Choice): Promise<Actor | undefined> {
  if (route.needs === 'none') return undefined
  const actor = choice.actor === undefined ? undefined : await binding.findActor(choice.actor)
  if (!actor) throw problem('server/no-actor')
  if (route.needs !== 'read' && !actor.capabilities.includes(route.needs)) {
    const [zhWhat, enWhat] = capabilityWords[route.needs]
    throw problem('server/not-allowed', { actor: actor.name.zh, zhWhat, enWhat })
  }
  return actor
}

function sendFile(reply: FastifyReply, file: SentFile): FastifyReply {
  const name = encodeURIComponent(file.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  void reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`).type(file.mediaType)
  return reply.send(file.content instanceof Readable ? file.content : Buffer.from(file.content))
}

type AnyHandler = (input: { params?: unknown; query?: unknown; body?: unknown; file?: ReceivedFile }, context: HandlerContext) => Promise<unknown>

async function answer(binding: Binding, route: Route, handler: AnyHandler, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const choice = readChoice(request)
  const actor = await actorOf(binding, route, choice)
  const input: Parameters<AnyHandler>[0] = {}
  if (route.params) input.params = checkPart(route.params, request.params)
  if (route.query) input.query = checkPart(route.query, request.query)
  if (route.body) input.body = checkPart(route.body, request.body)
  const context: HandlerContext = {
    actor, chosen: choice.actor, language: choice.language ?? 'zh', requestId: request.id,
    remember: (next) => writeChoice(request, reply, { ...choice, ...next }),
  }
  const upload = route.upload ? await readUpload(request, binding.uploadFolder) : undefined
  try {
    if (upload) input.file = upload
    const output = await handler(input, context)
    if (typeof route.response === 'string') return sendFile(reply, output as SentFile)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(route.response.parse(output)))
  } finally {
    await upload?.remove()
  }
}

export function registerRoutes(app: FastifyInstance, binding: Binding): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name]
    const handler = binding.handlers[name] as unknown as AnyHandler
    app.route({ method: route.method, url: route.path, handler: (request, reply) => answer(binding, route, handler, request, reply) })
  }
}
