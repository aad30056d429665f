/** The cookie that remembers the picked actor and language in one browser. Not a proof of identity: there is no sign-in yet. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '@bangfu/kernel'

export interface Choice {
  readonly actor?: string | undefined
  readonly language?: Language | undefined
}

/** Cookies are shared by all ports of a host: a second copy must not overwrite the choice of the first. */
function cookieName(request: FastifyRequest): string {
  return `bangfu-${/:(\d+)$/.exec(request.headers.host ?? '')?.[1] ?? '80'}`
}

export function readChoice(request: FastifyRequest): Choice {
  const name = `${cookieName(request)}=`
  const pair = (request.headers.cookie ?? '').split(/; */).find((p) => p.startsWith(name))
  const [actor, language] = pair === undefined ? [] : pair.slice(name.length).split('.')
  return {
    actor: actor !== undefined && /^[A-Za-z0-9-]{1,64}$/.test(actor) ? actor : undefined,
    language: language === 'zh' || language === 'en' ? language : undefined,
  }
}

export function writeChoice(request: FastifyRequest, reply: FastifyReply, choice: Choice): void {
  const value = `${choice.actor ?? ''}.${choice.language ?? 'zh'}`
  void reply.header('set-cookie', `${cookieName(request)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`)
}
