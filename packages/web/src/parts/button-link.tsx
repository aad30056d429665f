/** A link that looks like a button; one element, so that keyboard and screen reader meet it once. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

export function ButtonLink({ to, type = 'default', icon, children }: { to: string; type?: 'default' | 'primary'; icon?: ReactNode; children: ReactNode }) {
  const href = useHref(to)
  const follow = useLinkClickHandler<HTMLAnchorElement>(to)
  return (
    <Button href={href} type={type} icon={icon} onClick={(event) => follow(event as React.MouseEvent<HTMLAnchorElement>)}>
      {children}
    </Button>
  )
}
