/** Everything a page stands in: language, look, stored answers of the server, addresses. */
import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { RouterProvider } from 'react-router'
import { createAppQueryClient } from '../client/query-client.ts'
import { LanguageProvider, useLanguage } from '../language/language-context.tsx'
import { router } from './router.tsx'
import { theme } from './theme.ts'

const queryClient = createAppQueryClient()

function Dressed() {
  const { language } = useLanguage()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enGB} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp component={false} message={{ top: 64, duration: 6 }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  )
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <Dressed />
      </LanguageProvider>
    </QueryClientProvider>
  )
}
