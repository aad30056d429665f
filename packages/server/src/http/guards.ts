/** Refuses requests before any handler: foreign host names (DNS rebinding), other sites, methods that an address does not take; sets the security headers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '@bangfu/kernel'
import { allowedMethods } from './allowed-methods.ts'

/** antd writes its styles at run time, hence 'unsafe-inline' for styles only. Scripts come from our own files alone. */
const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
  "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The name in a Host header without its port. */
export function hostName(header: string): string {
  return header.replace(/:\d*$/, '').toLowerCase()
}

function guardHost(request: FastifyRequest): void {
  const header = request.headers.host ?? ''
  if (!loopbackNames.has(hostName(header))) throw problem('server/host-refused', { host: hostName(header).slice(0, 60) })
}

/** The route, not what was typed: /%61pi/session is the same call. */
function isInterface(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || request.routeOptions.url?.startsWith('/api/') === true
}

/**
 * Browsers say of which site a request is, and send Origin with every write; programs without a browser send neither header. A page may be opened
 * from anywhere; the interface answers its own pages only, for taking a list along is an action too. Another port of this machine is another site.
 */
function guardOrigin(request: FastifyRequest): void {
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (reads && !isInterface(request)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined && origin !== `http://${request.headers.host}`) throw problem('server/cross-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('server/cross-site')
}

/** Before the body is looked at, which may be of a form that no address takes. */
function guardMethod(request: FastifyRequest, reply: FastifyReply): void {
  const allowed = request.is404 ? allowedMethods(request.url.split('?')[0]!) : []
  if (allowed.length === 0) return
  void reply.header('allow', allowed.join(', '))
  throw problem('server/wrong-method', { method: request.method, allowed: allowed.join(', ') })
}

export function addGuards(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(securityHeaders)
    if (isInterface(request)) void reply.header('cache-control', 'no-store')
    guardHost(request)
    guardOrigin(request)
    guardMethod(request, reply)
  })
}
