/** Chinese or English, at once and without leaving the page. Each name is written in its own language. */
import { Button } from 'antd'
import { useLanguage } from '../language/language-context.tsx'

export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <Button type="text" className="language-switch" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  )
}
