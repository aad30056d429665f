/** Addresses and the pages behind them. Each page is a file of its own that is fetched when first opened. */
import { createBrowserRouter } from 'react-router'
import { BrokenPage } from '../layout/broken-page.tsx'
import { MissingPage } from '../layout/missing-page.tsx'
import { Shell } from '../layout/shell.tsx'

const page = (load: () => Promise<Record<string, unknown>>, name: string) => async () => ({ Component: (await load())[name] as () => React.JSX.Element })

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <BrokenPage />,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          { index: true, lazy: page(() => import('../pages/today/today-page.tsx'), 'TodayPage') },
          { path: 'work-items', lazy: page(() => import('../pages/work/work-page.tsx'), 'WorkPage') },
          { path: '*', element: <MissingPage /> },
        ],
      },
    ],
  },
])
