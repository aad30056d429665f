/** Refuses requests before any handler: foreign host names (DNS rebinding), writes from other sites; sets the security headers. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { problem } from '@bangfu/kernel'

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

/** Browsers send Origin with every write; programs without a browser send neither header. */
function guardOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined && origin !== `http://${request.headers.host}`) throw problem('server/cross-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('server/cross-site')
}

export function addGuards(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(securityHeaders)
    // The route, not what was typed: /%61pi/session is the same call.
    if (request.url.startsWith('/api/') || request.routeOptions.url?.startsWith('/api/')) void reply.header('cache-control', 'no-store')
    guardHost(request)
    guardOrigin(request)
  })
}
