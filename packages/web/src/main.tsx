/** Starts the pages in the browser. */
import '@fontsource-variable/noto-sans-sc/index.css'
import './app/base.css'
import './parts/panel.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
