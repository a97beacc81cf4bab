// The addresses of the page. Every state is one: what a view shows follows from its path and query alone, all of it plain words.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { queryOf } from './api.js'
import { ReadPage } from './pages/read.js'
import { Missing, Shell } from './parts/shell.js'
import { Skeleton } from './parts/states.js'

type Search = Readonly<Record<string, string | undefined>>

/** The given names of a query, each a text or absent. */
const texts =
  <const Name extends string>(...names: readonly Name[]) =>
  (search: Record<string, unknown>): { readonly [Key in Name]?: string | undefined } =>
    Object.fromEntries(
      names.flatMap(name => (search[name] === undefined || search[name] === '' ? [] : [[name, String(search[name])]])),
    ) as { readonly [Key in Name]?: string | undefined }

const root = createRootRoute({ component: Shell, notFoundComponent: Missing })
const under = { getParentRoute: () => root } as const

const home = createRoute({
  ...under,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/read' })
  },
})
const read = createRoute({
  ...under,
  path: '/read',
  validateSearch: texts('example', 'text', 'edit', 'slant'),
  component: ReadPage,
})
const standing = createRoute({
  ...under,
  path: '/standing',
  validateSearch: texts(
    ...(['dimension', 'on', 'order', 'group', 'basis', 'words', 'first', 'cell', 'rows', 'columns'] as const),
  ),
  component: lazyRouteComponent(() => import('./pages/standing.js'), 'StandingPage'),
})
const map = createRoute({
  ...under,
  path: '/map',
  validateSearch: texts('dimension', 'on', 'target', 'region', 'cell'),
  component: lazyRouteComponent(() => import('./pages/map.js'), 'MapPage'),
})
const pair = createRoute({
  ...under,
  path: '/pair/$holder/$target',
  validateSearch: texts('cell', 'dimension'),
  component: lazyRouteComponent(() => import('./pages/pair.js'), 'PairPage'),
})
const actor = createRoute({
  ...under,
  path: '/actors/$actor',
  validateSearch: texts('on', 'cell', 'inferred'),
  component: lazyRouteComponent(() => import('./pages/actor.js'), 'ActorPage'),
})
const review = createRoute({
  ...under,
  path: '/review',
  validateSearch: texts('queue', 'target', 'holder', 'claim'),
  component: lazyRouteComponent(() => import('./pages/review.js'), 'ReviewPage'),
})
const changes = createRoute({
  ...under,
  path: '/changes',
  validateSearch: texts('since', 'until', 'by', 'words', 'dimension', 'limit', 'cell'),
  component: lazyRouteComponent(() => import('./pages/changes.js'), 'ChangesPage'),
})
const documents = createRoute({
  ...under,
  path: '/documents',
  validateSearch: texts('words', 'state', 'offset'),
  component: lazyRouteComponent(() => import('./pages/documents.js'), 'DocumentsPage'),
})
const stored = createRoute({
  ...under,
  path: '/documents/$entry',
  validateSearch: texts('slant'),
  component: lazyRouteComponent(() => import('./pages/document.js'), 'DocumentPage'),
})
const exports = createRoute({
  ...under,
  path: '/export',
  validateSearch: texts(
    ...(['holder', 'target', 'dimension', 'words', 'on', 'basis', 'confidence', 'origins', 'reviewed'] as const),
  ),
  component: lazyRouteComponent(() => import('./pages/export.js'), 'ExportPage'),
})
const about = createRoute({
  ...under,
  path: '/about',
  validateSearch: texts('words'),
  component: lazyRouteComponent(() => import('./pages/about.js'), 'AboutPage'),
})

export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren([
      ...[home, read, standing, map, pair, actor],
      ...[review, changes, documents, stored, exports, about],
    ] as const),
    parseSearch: text => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: search => queryOf(search as Search),
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Skeleton />,
    defaultPendingMs: 300,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
