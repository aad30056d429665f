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
          { path: 'persons', lazy: page(() => import('../pages/register/persons-page.tsx'), 'PersonsPage') },
          { path: 'households', lazy: page(() => import('../pages/register/households-page.tsx'), 'HouseholdsPage') },
          { path: 'households/:id', lazy: page(() => import('../pages/household/household-page.tsx'), 'HouseholdPage') },
          { path: 'why', lazy: page(() => import('../pages/why/why-page.tsx'), 'WhyPage') },
          { path: 'plan', lazy: page(() => import('../pages/plan/plan-page.tsx'), 'PlanPage') },
          { path: 'plan/duties', lazy: page(() => import('../pages/duties/matrix-page.tsx'), 'MatrixPage') },
          { path: 'plan/duties/:id', lazy: page(() => import('../pages/duties/duty-list-page.tsx'), 'DutyListPage') },
          { path: 'plan/coverage', lazy: page(() => import('../pages/coverage/coverage-page.tsx'), 'CoveragePage') },
          { path: 'plan/quantities', lazy: page(() => import('../pages/quantities/quantities-page.tsx'), 'QuantitiesPage') },
          { path: 'drafts', lazy: page(() => import('../pages/drafts/drafts-page.tsx'), 'DraftsPage') },
          { path: 'drafts/:id', lazy: page(() => import('../pages/drafts/draft-page.tsx'), 'DraftPage') },
          { path: 'compare', lazy: page(() => import('../pages/compare/compare-page.tsx'), 'ComparePage') },
          { path: 'imports', lazy: page(() => import('../pages/imports/imports-page.tsx'), 'ImportsPage') },
          { path: 'imports/:id', lazy: page(() => import('../pages/imports/import-page.tsx'), 'ImportPage') },
          { path: 'indicators', lazy: page(() => import('../pages/indicators/indicators-page.tsx'), 'IndicatorsPage') },
          { path: 'indicators/:target', lazy: page(() => import('../pages/indicators/indicator-page.tsx'), 'IndicatorPage') },
          { path: 'villages', lazy: page(() => import('../pages/things/things-page.tsx'), 'VillagesPage') },
          { path: 'facilities', lazy: page(() => import('../pages/things/things-page.tsx'), 'FacilitiesPage') },
          { path: 'runs', lazy: page(() => import('../pages/runs/runs-page.tsx'), 'RunsPage') },
          { path: 'feedback', lazy: page(() => import('../pages/feedback/feedback-page.tsx'), 'FeedbackPage') },
          { path: '*', element: <MissingPage /> },
        ],
      },
    ],
  },
])
