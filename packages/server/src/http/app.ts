/** The HTTP application: guards, routes of the contract, interface description, pages, and the one place where errors become answers. */
import { randomUUID } from 'node:crypto'
import type { Writable } from 'node:stream'
import multipart from '@fastify/multipart'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { addGuards } from './guards.ts'
import { openApiDocument } from './openapi.ts'
import { loggableError, problemReply } from './problem-reply.ts'
import { uploadLimitBytes } from './read-upload.ts'
import { registerRoutes, type Binding } from './register-routes.ts'
import { serveWebFiles } from './web-files.ts'

export interface AppOptions extends Binding {
  readonly version: string
  readonly webFolder: string
  readonly logLevel: string
  /** Where log lines go; standard error by default. */
  readonly logTo?: Writable
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, problems } = problemReply(error, request.id)
  if (status === 500) request.log.error({ reference: request.id, route: request.routeOptions?.url ?? '-', error: loggableError(error) }, 'fault')
  return reply.status(status).type('application/json; charset=utf-8').send(JSON.stringify({ problems }))
}

/** Builds the application; the caller listens or injects. Addresses, queries, bodies and messages of errors are never logged. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    // The framework's own view of a request holds its address; ours is empty. The cast: its type insists on a message.
    logger: { level: options.logLevel, stream: options.logTo ?? process.stderr, base: null, serializers: { req: () => ({}), err: loggableError } as never },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    // A body that trickles in holds a connection and a file; the largest upload takes minutes on a slow line, not hours.
    requestTimeout: 20 * 60 * 1000,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => { void answerError(error, request, reply) },
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    },
  })
  app.setErrorHandler(answerError)
  addGuards(app)
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ id: request.id, method: request.method, route: request.routeOptions?.url ?? '-', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  await app.register(multipart, { limits: { files: 1, fields: 4, fileSize: uploadLimitBytes, fieldSize: 1000 }, throwFileSizeLimit: false })
  registerRoutes(app, options)
  const description = JSON.stringify(openApiDocument(options.version))
  app.get('/api/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(description))
  await serveWebFiles(app, options.webFolder)
  return app
}
